import { defineModel } from '../model/dsl.ts';

export const next = defineModel({
  modules: ['next', 'next/server', 'next/headers', 'next/navigation'],
  types: {
    Route: [
      'export {GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS} in **/app/**/route.*',
      'export {GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS} under "next/server"',
      'export {middleware,proxy} in **/{middleware,proxy}.*',
    ],
    Page: ['export default in **/app/**/page.*'],
    Api: ['export default in **/pages/api/**', ':NextApiHandler'],
    Action: ['export * under "use server"'],
    Props: ['export getServerSideProps', ':GetServerSideProps'],
    Request: ['Route(0)', ':NextRequest'],
    NextResponse: ['exports.NextResponse'],
    Answer: ['NextResponse()', 'NextResponse.{json,redirect,rewrite,next}()'],
    Cookies: ['Request.cookies', 'exports.cookies()', 'Answer.cookies'],
    'global:Url': ['Request.nextUrl'],
    'global:HeaderList': ['Request.headers', 'exports.headers()'],
    'global:Form': ['Request.formData()', 'Action(0..)'],
    'express:Request': ['Api(0)', ':NextApiRequest', 'Props(0).req'],
    'express:Response': ['Api(1)', ':NextApiResponse', 'Props(0).res'],
  },
  sources: {
    remote: [
      'Request.{json,formData,blob,arrayBuffer}()',
      { at: 'Request.text()', never: ['nosql', 'fields'] },
      { at: 'Request.{url,nextUrl,headers,cookies}', never: ['nosql', 'fields'] },
      { at: 'Route(1).params', never: ['nosql', 'fields'] },
      'Page(0).{params,searchParams}',
      'Action(0..)',
      'Props(0).{query,params,resolvedUrl}',
      { at: 'exports.headers().get()', never: ['nosql', 'fields'] },
      { at: 'Cookies.get().value', never: ['nosql', 'fields'] },
      { at: 'Cookies.getAll().*.value', never: ['nosql', 'fields'] },
    ],
  },
  sinks: {
    html: [
      { at: 'NextResponse[0]', when: { '[1].headers.Content-Type': /html|svg/i } },
      { at: 'NextResponse[0]', when: { '[1].headers.content-type': /html|svg/i } },
    ],
    response: ['NextResponse[0]', 'NextResponse.json[0]', 'Props().props', 'Route()'],
    redirect: ['NextResponse.redirect[0]', 'exports.{redirect,permanentRedirect}[0]', 'Props().redirect.destination'],
    url: ['NextResponse.rewrite[0]'],
  },
  marks: {
    handler: ['Route', 'Page', 'Api', 'Action', 'Props'],
    // they throw
    exits: ['exports.{redirect,permanentRedirect,notFound,forbidden,unauthorized}'],
    cookie: ['Cookies.set'],
    notSecure: [{ at: 'Cookies.set', when: { '[2].secure': false } }, { at: 'Cookies.set', when: { '[0]': /^/, '[2].secure': { is: 'absent' } } }],
    notHttpOnly: [{ at: 'Cookies.set', when: { '[2].httpOnly': false } }, { at: 'Cookies.set', when: { '[0]': /^/, '[2].httpOnly': { is: 'absent' } } }],
    sameSiteNone: [{ at: 'Cookies.set', when: { '[2].sameSite': /^none$/i } }],
  },
});
