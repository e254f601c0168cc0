import { defineModel } from '../model/dsl.ts';

export const nodemailer = defineModel({
  modules: ['nodemailer', '@sendgrid/mail'],
  types: { Mailer: ['exports.createTransport()', 'exports', 'exports.MailService()', ':{Transporter,MailService}'] },
  sources: { error: ['Mailer.sendMail[1](0)'] },
  sinks: {
    // a link in a mail that names the host of the request
    header: ['Mailer.{sendMail,send,sendMultiple}[0].{html,text}'],
    path: ['Mailer.sendMail[0].attachments.*.path', 'Mailer.sendMail[0].{html,text}.path'],
    url: ['Mailer.sendMail[0].attachments.*.href', 'Mailer.sendMail[0].{html,text}.href'],
  },
  marks: { certificates: ['createTransport[0].tls.rejectUnauthorized'], tlsVersion: ['createTransport[0].tls.minVersion'], credential: ['createTransport[0].auth.pass'] },
});
