import { defineModel } from '../model/dsl.ts';

const pipes = { api: 'exports.{ParseIntPipe,ParseFloatPipe,ParseBoolPipe,ParseUUIDPipe,ParseEnumPipe,ParseDatePipe}' };
const made = { api: 'exports.{ParseIntPipe,ParseFloatPipe,ParseBoolPipe,ParseUUIDPipe,ParseEnumPipe,ParseDatePipe}()' };

export const nest = defineModel({
  modules: ['@nestjs/common'],
  types: {
    Handler: ['@{Get,Post,Put,Patch,Delete,Head,Options,All,Search,Sse}'],
    Catch: ['@Catch'],
    Logger: ['exports.Logger', 'exports.{Logger,ConsoleLogger}()', ':{Logger,ConsoleLogger,LoggerService}'],
    'express:Request': ['@{Req,Request}'],
    'express:Response': ['@{Res,Response}'],
  },
  sources: {
    remote: [
      // a pipe may have made something else of it, so a string is no certainty
      '@{Body,Query,RawBody}',
      { at: '@{Param,Headers,HostParam}', never: ['nosql', 'fields'] },
      { at: '@UploadedFile.{originalname,mimetype}', never: ['nosql', 'fields'] },
      { at: '@UploadedFiles.*.{originalname,mimetype}', never: ['nosql', 'fields'] },
    ],
    password: [
      '@Body.{password,passwd,passphrase,newPassword,oldPassword,currentPassword,confirmPassword}',
      { at: '@Body', when: { '[0]': /^(?:(?:new|old|current|confirm)?password|passwd|passphrase)$/i } },
      { at: '@Headers', when: { '[0]': /^(?:(?:proxy-)?authorization|cookie|x-api-key|x-(?:auth|access)-token)$/i }, never: ['digest'] },
    ],
    error: ['Catch.catch(0)'],
  },
  sanitizers: {
    // drops what the class of a body does not declare
    fields: [{ at: 'exports.ValidationPipe()', when: { '[0].whitelist': true }, file: true }],
    '*': ['@{Query,Param,Body,Headers}'].flatMap((at) => ['[0]', '[1]', '[2]'].flatMap((n) => [{ at, when: { [n]: pipes } }, { at, when: { [n]: made } }])),
  },
  sinks: {
    // a string is sent as text/html by the Express adapter
    html: ['Handler()'],
    response: ['Handler()'],
    redirect: ['Handler().url'],
    log: ['Logger.{log,error,warn,debug,verbose,fatal}[0..]'],
    logged: ['Logger.{log,error,warn,debug,verbose,fatal}[0..]'],
  },
  marks: { handler: ['Handler'] },
});
