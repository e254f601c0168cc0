import { nodemailer } from '../../src/models/nodemailer.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(nodemailer, "import nodemailer from 'nodemailer'; const mailer = nodemailer.createTransport({});", [
  way('Mailer', 'exports.createTransport()', 'await mailer.sendMail({ text: INPUT });'),
  way('Mailer', 'exports', "import mail from '@sendgrid/mail'; await mail.send({ text: INPUT });"),
  way('Mailer', 'exports.MailService()', "import { MailService } from '@sendgrid/mail'; await new MailService().send({ text: INPUT });"),
  way('Mailer', ':{Transporter,MailService}', "import type { EACH as T } from 'nodemailer'; export const f = (one: T) => one.sendMail({ text: INPUT });"),
  source('error', 'Mailer.sendMail[1](0)', "mailer.sendMail({ text: 'hello' }, (problem) => SINK(problem));"),
  sink('header', 'Mailer.{sendMail,send,sendMultiple}[0].{html,text}', 'await mailer.EACH({ EACH2: `https://${INPUT}/reset` });', "await mailer.EACH({ EACH2: 'https://shop.example/reset', to: INPUT });"),
  sink('path', 'Mailer.sendMail[0].attachments.*.path', 'await mailer.sendMail({ attachments: [{ path: INPUT }] });', 'await mailer.sendMail({ attachments: [{ content: INPUT }] });'),
  sink('path', 'Mailer.sendMail[0].{html,text}.path', 'await mailer.sendMail({ EACH: { path: INPUT } });', "await mailer.sendMail({ EACH: { path: 'hello.html' } });"),
  sink('url', 'Mailer.sendMail[0].attachments.*.href', 'await mailer.sendMail({ attachments: [{ href: INPUT }] });', "await mailer.sendMail({ attachments: [{ href: 'https://shop.example/a.pdf' }] });"),
  sink('url', 'Mailer.sendMail[0].{html,text}.href', 'await mailer.sendMail({ EACH: { href: INPUT } });', "await mailer.sendMail({ EACH: { href: 'https://shop.example/hello' } });"),
  mark('certificates', 'createTransport[0].tls.rejectUnauthorized', 'nodemailer.createTransport({ tls: { rejectUnauthorized: false } });'),
  mark('tlsVersion', 'createTransport[0].tls.minVersion', 'nodemailer.createTransport({ tls: { minVersion: "x" } });'),
  mark('credential', 'createTransport[0].auth.pass', 'nodemailer.createTransport({ auth: { pass: "x" } });'),
]);
