import { axios } from '../../src/models/axios.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(axios, "import axios, * as all from 'axios'; import type { AxiosInstance, AxiosStatic, AxiosResponse } from 'axios'; import { RequestFilteringHttpAgent as Agent, globalHttpsAgent } from 'request-filtering-agent';", [
  way('Axios', 'exports', 'all(INPUT);'),
  way('Axios', 'exports.axios', 'all.axios(INPUT);'),
  way('Axios', 'exports.Axios()', 'new axios.Axios().get(INPUT);'),
  way('Axios', 'Axios.create()', 'axios.create().get(INPUT);'),
  way('Axios', ':{AxiosInstance,AxiosStatic}', 'export const f = (a: EACH) => a.get(INPUT);'),
  way('Answer', 'Axios()', 'SINK((await axios("https://shop.example")).data);'),
  way('Answer', 'Axios.{request,get,delete,head,options,post,put,patch,postForm,putForm,patchForm}()', 'SINK((await axios.EACH("https://shop.example")).data);'),
  way('Answer', ':AxiosResponse', 'export const f = (a: AxiosResponse) => SINK(a.data);'),
  source('network', 'Answer.{data,headers,statusText}', 'SINK((await axios("https://shop.example")).EACH);'),
  sink('url', 'Axios[0]', 'axios(INPUT);', 'axios("https://shop.example/" + INPUT);'),
  sink('url', 'Axios.{get,delete,head,options}[0]', 'axios.EACH(INPUT);', 'axios.EACH("https://shop.example", { params: INPUT });', 'axios.EACH(INPUT, { httpAgent: new Agent(), httpsAgent: globalHttpsAgent });'),
  sink('url', 'Axios.{post,put,patch,postForm,putForm,patchForm}[0]', 'axios.EACH(INPUT);', 'axios.EACH("https://shop.example", INPUT);'),
  sink('url', 'Axios.request[0]', 'axios.request(INPUT);', 'axios.request({ url: "https://shop.example", data: INPUT });'),
  sink('url', 'Axios[0].{url,baseURL}', 'axios({ EACH: INPUT });', 'axios({ EACH: "https://shop.example", data: INPUT });'),
  sink('url', 'Axios.{request,create}[0].{url,baseURL}', 'axios.EACH({ EACH2: INPUT });', 'axios.EACH({ EACH2: "https://shop.example" });'),
  sink('url', 'Axios.{get,delete,head,options}[1].baseURL', 'axios.EACH("users", { baseURL: INPUT });', 'axios.EACH("users", { params: INPUT });'),
  sink('url', 'Axios.{post,put,patch,postForm,putForm,patchForm}[2].baseURL', 'axios.EACH("users", {}, { baseURL: INPUT });', 'axios.EACH("users", {}, { params: INPUT });'),
  sink('url', 'Axios.defaults.baseURL=', 'axios.defaults.baseURL = INPUT;', 'axios.defaults.baseURL = "https://shop.example";'),
  mark('connects', 'Axios', 'axios("https://a");'),
  mark('connects', 'Axios.{request,create,get,delete,head,options,post,put,patch}', 'axios.EACH("https://a");', 'axios.isCancel(x);'),
]);
