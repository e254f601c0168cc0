import { nest } from '../../src/models/nest.ts';
import { clean, describeModel, mark, sink, source, way } from './harness.ts';

const names = 'Controller, Get, Post, Put, Patch, Delete, Head, Options, All, Search, Sse, Body, Query, RawBody, Param, Headers, HostParam, UploadedFile, UploadedFiles, Req, Request, Res, Response, Catch, Logger, ConsoleLogger, ValidationPipe, ParseIntPipe, ParseFloatPipe, ParseBoolPipe, ParseUUIDPipe, ParseEnumPipe, ParseDatePipe';
/** A handler with this parameter; `a` is its name. */
const method = (decorator: string, body: string): string => `@Controller() class Shop { @Get() all(@${decorator} a) { ${body}; } }`;
const pipe = (decorator: string, args: string): string => method(`${decorator}(${args})`, 'SINK(a)');

describeModel(nest, `import { ${names} } from '@nestjs/common';`, [
  way('Handler', '@{Get,Post,Put,Patch,Delete,Head,Options,All,Search,Sse}', '@Controller() class Shop { @EACH() all() { return work(); } }'),
  way('Catch', '@Catch', '@Catch() class Filter { catch(error) { SINK(error); } }'),
  way('Logger', 'exports.Logger', 'Logger.log(INPUT);'),
  way('Logger', 'exports.{Logger,ConsoleLogger}()', 'new EACH().log(INPUT);'),
  way('Logger', ':{Logger,ConsoleLogger,LoggerService}', "import type { EACH as T } from '@nestjs/common'; export const f = (x: T) => x.log(INPUT);"),
  way('express:Request', '@{Req,Request}', method('EACH()', 'SINK(a.query)')),
  way('express:Response', '@{Res,Response}', method('EACH()', 'a.send(INPUT)')),
  source('remote', '@{Body,Query,RawBody}', method('EACH()', 'SINK(a)')),
  source('remote', '@{Param,Headers,HostParam}', method('EACH()', 'SINK(a)')),
  source('remote', '@UploadedFile.{originalname,mimetype}', method('UploadedFile()', 'SINK(a.EACH)'), method('UploadedFile()', 'SINK(a.size)')),
  source('remote', '@UploadedFiles.*.{originalname,mimetype}', method('UploadedFiles()', 'SINK(a[0].EACH)'), method('UploadedFiles()', 'SINK(a[0].size)')),
  source('password', '@Body.{password,passwd,passphrase,newPassword,oldPassword,currentPassword,confirmPassword}', method('Body()', 'SINK(a.EACH)'), method('Body()', 'SINK(a.name)')),
  source('password', '@Body', method('Body("password")', 'SINK(a)'), method('Body("name")', 'SINK(a)')),
  source('password', '@Headers', method('Headers("Authorization")', 'SINK(a)'), method('Headers("accept")', 'SINK(a)')),
  source('error', 'Catch.catch(0)', '@Catch() class Filter { catch(error) { SINK(error); } }', '@Catch() class Filter { catch(error, host) { SINK(host); } }'),
  clean('fields', 'exports.ValidationPipe()', `app.useGlobalPipes(new ValidationPipe({ whitelist: true })); ${method('Body()', 'SINK(a)')}`, `app.useGlobalPipes(new ValidationPipe()); ${method('Body()', 'SINK(a)')}`),
  // of each the pipe as first, second and third, as class and made
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => {
    const one = n % 2 === 1 ? 'ParseIntPipe' : 'new ParseIntPipe()';
    const args = [...Array.from({ length: Math.ceil(n / 2) - 1 }, (_, i) => (i === 0 ? '"id"' : 'trim')), one].join(', ');
    return [clean('*', `@{Query,Param,Body,Headers}#${n}`, pipe('EACH', args), pipe('EACH', args.replace(one, 'trim')))];
  }),
  sink('html', 'Handler()', method('Query()', 'return INPUT')),
  sink('response', 'Handler()', method('Query()', 'return INPUT')),
  sink('redirect', 'Handler().url', method('Query()', 'return { url: INPUT }'), method('Query()', 'return { id: INPUT }')),
  sink('log', 'Logger.{log,error,warn,debug,verbose,fatal}[0..]', 'Logger.EACH(INPUT);'),
  sink('logged', 'Logger.{log,error,warn,debug,verbose,fatal}[0..]', 'Logger.EACH("a", INPUT);'),
  mark('handler', 'Handler', method('Query()', 'work()')),
]);
