import { defineModel } from '../model/dsl.ts';

// any value: a member, variable or function so named holds what nobody may guess
export const tokenNames = defineModel({
  modules: ['global'],
  sinks: {
    token: [
      '*.{password,passwd,newPassword,tempPassword,temporaryPassword,initialPassword,plainPassword,generatedPassword,randomPassword,passphrase,temp_password,new_password}=',
      '*.{token,resetToken,passwordResetToken,resetPasswordToken,passwordToken,verificationToken,verifyToken,emailToken,emailVerificationToken,confirmationToken,confirmToken,activationToken,inviteToken,invitationToken,invitation_token,invite_token,magicToken,loginToken,rememberToken,remember_token,accessToken,refreshToken,authToken,sessionToken,apiToken,bearerToken,userToken,csrfToken,xsrfToken,secretToken,unsubscribeToken,reset_token,password_reset_token,verification_token,confirmation_token,activation_token,access_token,refresh_token,auth_token,session_token,api_token,csrf_token}=',
      '*.{otp,otpCode,otp_code,OTP,oneTimePassword,oneTimeCode,verificationCode,verification_code,verifyCode,resetCode,reset_code,confirmationCode,confirmation_code,loginCode,login_code,authCode,smsCode,sms_code,emailCode,twoFactorCode,backupCode,recoveryCode}=',
      '*.{secret,secretKey,secret_key,clientSecret,client_secret,apiSecret,jwtSecret,sessionSecret,cookieSecret,webhookSecret,signingKey,encryptionKey,encryption_key,apiKey,api_key,privateKey,csrfSecret}=',
      // what a chat or a game calls a session is no login, a nonce may only have to be new
      { at: '*.{sessionId,sessionID,session_id,sid,sessionKey,nonce,salt,pin,pinCode,pin_code,inviteCode,invite_code,accessCode,access_code,passcode}=', guess: true },
    ],
  },
});
