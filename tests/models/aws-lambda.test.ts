import { awsLambda } from '../../src/models/aws-lambda.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const handler = (body: string): string => `export const handler = async (event) => { ${body}; };`;

describeModel(awsLambda, '', [
  way('Handler', 'export handler', handler('SINK(event.body)')),
  way('Handler', ':{Handler,APIGatewayProxyHandler,APIGatewayProxyHandlerV2,SQSHandler,S3Handler,SNSHandler,LambdaFunctionURLHandler}', "import type { EACH as T } from 'aws-lambda'; export const f: T = async (event) => SINK(event.body);"),
  way('Event', 'Handler(0)~event', handler('SINK(event.body)')),
  way('Event', 'Handler(0)~evt', 'export const handler = async (evt) => SINK(evt.body);'),
  way('Event', 'export *(0)~event saying "queryStringParameters"', 'export const list = async (event) => SINK(event.queryStringParameters);'),
  way('Event', 'export *(0)~evt saying "queryStringParameters"', 'export const list = async (evt) => SINK(evt.queryStringParameters);'),
  way('Event', 'export *(0)~event saying "pathParameters"', 'export const list = async (event) => SINK(event.pathParameters);'),
  way('Event', 'export *(0)~evt saying "pathParameters"', 'export const list = async (evt) => SINK(evt.pathParameters);'),
  way('Event', 'export *(0)~event saying "rawQueryString"', 'export const list = async (event) => SINK(event.rawQueryString);'),
  way('Event', 'export *(0)~evt saying "rawQueryString"', 'export const list = async (evt) => SINK(evt.rawQueryString);'),
  way('Event', 'export *(0)~event saying "event.Records"', 'export const list = async (event) => SINK(event.Records[0].body);'),
  way('Event', 'export *(0)~evt saying "evt.Records"', 'export const list = async (evt) => SINK(evt.Records[0].body);'),
  way('Event', ':{APIGatewayProxyEvent,APIGatewayProxyEventV2,APIGatewayEvent,ALBEvent,LambdaFunctionURLEvent,SQSEvent,SNSEvent,S3Event}', "import type { EACH as T } from 'aws-lambda'; export const f = (e: T) => SINK(e.body);"),
  source('remote', 'Event.{body,rawPath,rawQueryString,path,headers,multiValueHeaders,queryStringParameters,multiValueQueryStringParameters,pathParameters,cookies}', handler('SINK(event.EACH)'), handler('SINK(event.httpMethod)')),
  source('remote', 'Event.requestContext.http.{path,userAgent}', handler('SINK(event.requestContext.http.EACH)'), handler('SINK(event.requestContext.stage)')),
  source('remote', 'Event.Records.*.body', handler('SINK(event.Records[0].body)'), handler('SINK(event.Records[0].messageId)')),
  source('remote', 'Event.Records.*.s3.object.key', handler('SINK(event.Records[0].s3.object.key)'), handler('SINK(event.Records[0].s3.bucket.name)')),
  source('remote', 'Event.Records.*.Sns.{Message,Subject}', handler('SINK(event.Records[0].Sns.EACH)'), handler('SINK(event.Records[0].Sns.TopicArn)')),
  source('remote', 'Event.{arguments,detail}', handler('SINK(event.EACH)')),
  sink('html', 'Handler().body', handler('return { headers: { "Content-Type": "text/html" }, body: INPUT }'), handler('return { headers: { "Content-Type": "application/json" }, body: INPUT }')),
  sink('html', 'Handler().body#2', handler('return { headers: { "content-type": "text/html" }, body: INPUT }'), handler('return { headers: {}, body: INPUT }')),
  sink('response', 'Handler().body', handler('return { body: INPUT }'), handler('return { statusCode: INPUT }')),
  sink('redirect', 'Handler().headers.{Location,location}', handler('return { headers: { EACH: INPUT } }'), handler('return { headers: { "x-a": INPUT } }')),
  mark('handler', 'Handler', handler('work()')),
]);
