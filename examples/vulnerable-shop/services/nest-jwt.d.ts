/** What the shop needs of the types of @nestjs/jwt, which is not installed here: services/tokens.ts stands in for it. */
declare module '@nestjs/jwt' {
  export interface JwtService {
    sign(claims: object): string;
    decode<T>(token: string): T;
    verify<T>(token: string, options: { algorithms: string[] }): T;
  }
}
