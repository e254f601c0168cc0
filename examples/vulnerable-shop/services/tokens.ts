/** JSON Web Tokens as JwtService of @nestjs/jwt makes them, with HS256 alone. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { JwtService } from '@nestjs/jwt';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (token: string): unknown => JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());

export function tokenService(): JwtService {
  const key = randomBytes(32);
  const signature = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sign(claims) {
      const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${text}.${signature(text).toString('base64url')}`;
    },
    decode: <T>(token: string) => decode(token) as T,
    verify<T>(token: string) {
      const text = String(token).split('.').slice(0, 2).join('.');
      const given = Buffer.from(String(token).split('.')[2] ?? '', 'base64url');
      if (given.length !== 32 || !timingSafeEqual(given, signature(text))) throw new Error('invalid signature');
      return decode(token) as T;
    },
  };
}
