import { defineModel } from '../model/dsl.ts';

export const axios = defineModel({
  modules: ['axios'],
  types: {
    Axios: ['exports', 'exports.{default,axios}', 'exports.Axios()', 'Axios.create()', ':{AxiosInstance,AxiosStatic}', '~axios'],
    Answer: ['Axios()', 'Axios.{request,get,delete,head,options,post,put,patch,postForm,putForm,patchForm}()', ':AxiosResponse'],
  },
  sources: { network: ['Answer.{data,headers,statusText}'] },
  sinks: { url: ['Axios[0]', 'Axios.{request,get,delete,head,options,post,put,patch,postForm,putForm,patchForm}[0]', 'Axios[0].{url,baseURL}', 'Axios.{request,create}[0].{url,baseURL}', 'Axios.{get,delete,head,options}[1].baseURL', 'Axios.{post,put,patch}[2].baseURL', 'Axios.defaults.baseURL='] },
});
