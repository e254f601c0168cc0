import { defineModel } from '../model/dsl.ts';

const bare = '{get,delete,head,options}';
const withBody = '{post,put,patch,postForm,putForm,patchForm}';
const filters = { notApi: 'request-filtering-agent:Agent' };
/** Unless an agent that refuses addresses inside makes the connection. */
const unfiltered = (at: string, config: string) => ({ at, when: { [`${config}.httpAgent`]: filters, [`${config}.httpsAgent`]: filters } });

export const axios = defineModel({
  modules: ['axios'],
  types: {
    Axios: ['exports', 'exports.axios', 'exports.Axios()', 'Axios.create()', ':{AxiosInstance,AxiosStatic}'],
    Answer: ['Axios()', `Axios.{request,get,delete,head,options,post,put,patch,postForm,putForm,patchForm}()`, ':AxiosResponse'],
  },
  sources: { network: ['Answer.{data,headers,statusText}'] },
  sinks: {
    url: [
      unfiltered('Axios[0]', '[1]'),
      unfiltered(`Axios.${bare}[0]`, '[1]'),
      unfiltered(`Axios.${withBody}[0]`, '[2]'),
      unfiltered('Axios.request[0]', '[0]'),
      unfiltered('Axios[0].{url,baseURL}', '[0]'),
      unfiltered('Axios.{request,create}[0].{url,baseURL}', '[0]'),
      `Axios.${bare}[1].baseURL`,
      `Axios.${withBody}[2].baseURL`,
      'Axios.defaults.baseURL=',
    ],
  },
  marks: { connects: ['Axios', 'Axios.{request,create,get,delete,head,options,post,put,patch}'] },
});
