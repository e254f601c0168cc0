import { defineModel } from '../model/dsl.ts';

export const nodemailer = defineModel({
  modules: ['nodemailer', '@sendgrid/mail'],
  types: { Mailer: ['exports.createTransport()', 'exports.default', 'exports', ':{Transporter,MailService}', '~transporter'] },
  sinks: {
    // a link in a mail that names the host of the request
    header: ['Mailer.{sendMail,send,sendMultiple}[0].{html,text}'],
    path: ['Mailer.sendMail[0].attachments.*.path'],
    url: ['Mailer.sendMail[0].attachments.*.href'],
  },
});
