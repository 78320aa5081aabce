// Asks the fakes of Ollama and OpenAI with the vendors' own clients, and prints what these understood, a JSON line each.
import {Ollama} from 'ollama';
import OpenAI from 'openai';
const [ollamaAddress, faults] = process.argv.slice(2);
const say = (name, result) => console.log(JSON.stringify({name, ...result}));
const ollama = new Ollama({host: ollamaAddress});
const tool = {type: 'function', function: {name: 'get_pantry', description: 'x', parameters: {type: 'object', properties: {}}}};
for (const [model, tools] of [['m'], ['m', [tool]], ['missing'], ['notools', [tool]], ['miderr'], ['eof']]) {
  let text = '', calls = [], done = false;
  try {
    for await (const part of await ollama.chat({model, messages: [{role: 'user', content: 'hi'}], stream: true, think: true, tools})) {
      text += part.message.content;
      calls.push(...(part.message.tool_calls ?? []).map(call => call.function.name));
      done = part.done;
    }
    say('ollama ' + model + (tools ? ' tools' : ''), {text, calls, done});
  } catch (error) {
    say('ollama ' + model + (tools ? ' tools' : ''), {text, error: error.message});
  }
}
say('ollama show', {window: (await ollama.show({model: 'small'})).model_info['llama.context_length']});
const long = {role: 'user', content: 'Wash the leeks. '.repeat(2500)};
for (const model of ['m', 'mute']) {
  let read = 0;
  for await (const part of await ollama.chat({model, messages: [long], stream: true, options: {num_ctx: 16384}})) {
    read = part.prompt_eval_count ?? read;
  }
  say('ollama long ' + model, {read});
}
for (const scenario of ['ok', 'split', 'comments', 'tools', 'len', '401', '429']) {
  let text = '', calls = [], reason = null;
  try {
    const client = new OpenAI({baseURL: faults + '/' + scenario, apiKey: 'k', maxRetries: 0});
    const stream = await client.chat.completions.create({model: 'm', messages: [{role: 'user', content: 'hi'}], stream: true});
    for await (const part of stream) {
      const choice = part.choices[0];
      text += choice?.delta?.content ?? '';
      calls.push(...(choice?.delta?.tool_calls ?? []).map(call => call.function?.name).filter(Boolean));
      reason = choice?.finish_reason ?? reason;
    }
    say('openai ' + scenario, {text, calls, reason});
  } catch (error) {
    say('openai ' + scenario, {text, error: String(error.status)});
  }
}
