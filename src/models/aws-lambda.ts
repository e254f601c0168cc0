import { defineModel } from '../model/dsl.ts';

const words = (name: string): string[] => ['queryStringParameters', 'pathParameters', 'rawQueryString', `${name}.Records`];

export const awsLambda = defineModel({
  modules: ['aws-lambda'],
  types: {
    Handler: ['export handler', ':{Handler,APIGatewayProxyHandler,APIGatewayProxyHandlerV2,SQSHandler,S3Handler,SNSHandler,LambdaFunctionURLHandler}'],
    // under any name, where the function speaks of what only such events have
    Event: ['Handler(0)~event', 'Handler(0)~evt', ...['event', 'evt'].flatMap((name) => words(name).map((word) => `export *(0)~${name} saying "${word}"`)), ':{APIGatewayProxyEvent,APIGatewayProxyEventV2,APIGatewayEvent,ALBEvent,LambdaFunctionURLEvent,SQSEvent,SNSEvent,S3Event}'],
  },
  sources: {
    remote: [
      { at: 'Event.{body,rawPath,rawQueryString,path,headers,multiValueHeaders,queryStringParameters,multiValueQueryStringParameters,pathParameters,cookies}', never: ['nosql', 'fields'] },
      { at: 'Event.requestContext.http.{path,userAgent}', never: ['nosql', 'fields'] },
      { at: 'Event.Records.*.body', never: ['nosql', 'fields'] },
      { at: 'Event.Records.*.s3.object.key', never: ['nosql', 'fields'] },
      { at: 'Event.Records.*.Sns.{Message,Subject}', never: ['nosql', 'fields'] },
      'Event.{arguments,detail}',
    ],
  },
  sinks: {
    html: [
      { at: 'Handler().body', when: { '=.headers.Content-Type': /html/i } },
      { at: 'Handler().body', when: { '=.headers.content-type': /html/i } },
    ],
    response: ['Handler().body'],
    redirect: ['Handler().headers.{Location,location}'],
  },
  marks: { handler: ['Handler'] },
});
