'use strict';
let api;

/** An element: make('a', {href: '#x', className: 'soft'}, 'text', child…). */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(child => child !== undefined && child !== null));
  return element;
}

/** Text in which `words` are code. */
function prose(text, tag = 'p', properties = {}) {
  return make(tag, properties, ...text.split('`').map((part, i) => i % 2 ? make('code', {}, part) : part));
}

function resolved(thing) {
  if (!thing || !thing.$ref) return thing || {};
  return thing.$ref.slice(2).split('/').reduce((at, name) => at[name], api);
}

function typeOf(schema) {
  const from = schema.$ref ? schema.$ref.split('/').pop() + ' ' : '';
  const full = resolved(schema);
  if (full.enum) return from + full.enum.map(value => JSON.stringify(value)).join(' | ');
  if (full.const !== undefined) return JSON.stringify(full.const);
  if (full.oneOf || full.anyOf) return (full.oneOf || full.anyOf).map(typeOf).join(' or ');
  const type = [full.type || 'any'].flat().join(' or ');
  return from + (full.type === 'array' ? 'list of ' + typeOf(full.items || {}) : type) + (full.format ? ' (' + full.format + ')' : '');
}

function boundsOf(schema) {
  const full = resolved(schema), words = [];
  const range = (least, most, unit) => {
    if (least === undefined && most === undefined) return;
    words.push((least === most ? most : most === undefined ? 'at least ' + least : !least ? 'at most ' + most : least + '–' + most) + unit);
  };
  range(full.minLength, full.maxLength, ' characters');
  range(full.minimum, full.maximum, '');
  range(full.minItems, full.maxItems, ' items');
  if (full.default !== undefined) words.push('default ' + JSON.stringify(full.default));
  if (full.pattern) words.push('`' + full.pattern + '`');
  return words.join(', ');
}

/** A schema's properties, what is mandatory first, what has fields of its own last. */
function ordered(full) {
  const rank = ([name, property]) => {
    const inner = resolved(property);
    if ((inner.properties || resolved(inner.items || {}).properties)) return 3;
    return (full.required || []).includes(name) ? 0 : inner['x-mandatory-for'] ? 1 : 2;
  };
  return Object.entries(full.properties || {}).sort((a, b) => rank(a) - rank(b));
}

/** A name that may be broken where its words end. */
function broken(name) {
  return make('code', {}, ...name.split(/(?<=[._\]])/).flatMap(part => [part, make('wbr')]));
}

function lineOf(name, type, must, words) {
  return make('tr', {}, make('td', {}, broken(name)), make('td', {}, type),
    make('td', {}, must ? make('span', {className: 'must'}, must) : ''), prose(words.filter(Boolean).join(' · '), 'td', {className: 'soft'}));
}

function tableOf(rows) {
  return make('table', {}, make('thead', {}, make('tr', {}, ...['Name', 'Type', 'Needed', 'Meaning'].map(title => make('th', {scope: 'col'}, title)))), make('tbody', {}, ...rows));
}

/** Rows of a schema's fields, nested ones with their whole path. */
function fieldRows(schema, path, seen, needed) {
  const full = resolved(schema), rows = [];
  for (const [name, property] of ordered(full)) {
    const inner = resolved(property), here = path + name;
    const items = inner.type === 'array' ? resolved(inner.items) : inner;
    const must = (full.required || []).includes(name) ? needed
      : inner['x-mandatory-for'] ? 'mandatory for ' + inner['x-mandatory-for'].join(', ').replaceAll('_', ' ') : '';
    rows.push(lineOf(here, typeOf(property), must, [inner.description, boundsOf(property)]));
    if (items.properties && !seen.includes(items)) {
      rows.push(...fieldRows(items, here + (inner.type === 'array' ? '[].' : '.'), [...seen, items], needed));
    }
  }
  return rows;
}

function fields(schema, needed) {
  const rows = fieldRows(schema, '', [resolved(schema)], needed);
  if (!rows.length) return make('p', {}, typeOf(schema));
  return tableOf(rows);
}

/** A value that the schema accepts: its example, or one made up. */
function sample(schema, depth = 0) {
  const full = resolved(schema);
  if (full.example !== undefined) return full.example;
  if (full.examples && full.examples.length) return full.examples[0];
  if (full.default !== undefined) return full.default;
  if (full.enum) return full.enum[0];
  if (full.const !== undefined) return full.const;
  if (full.oneOf || full.anyOf) return sample((full.oneOf || full.anyOf)[0], depth);
  const type = [full.type].flat()[0];
  if (type === 'array') return depth < 5 && full.items ? [sample(full.items, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return full.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'string') {
    if (full.format === 'date') return '1990-04-12';
    if (full.format === 'date-time') return '2026-11-23T09:00:00Z';
    const prefix = /^\^([a-z]{3}_)\[/.exec(full.pattern || '');
    if (prefix) return prefix[1] + '01j8m0qz4x6v2t9s3r5w7y0abc';
    if (full.format === 'email') return 'ana@example.org';
    return 'text';
  }
  const value = {};
  for (const [name, property] of Object.entries(full.properties || {})) {
    const inner = resolved(property);
    if ((full.required || []).includes(name) || inner['x-mandatory-for']) value[name] = sample(property, depth + 1);
  }
  return value;
}

function quoted(text) { return "'" + text.replaceAll("'", "'\\''") + "'"; }

function commandLine(method, path, operation, parameters) {
  const variables = [], lines = [];
  const target = path.replace(/\{(\w+)\}/g, (whole, name) => {
    const example = parameters.find(one => one.name === name)?.example;
    if (example) return example;
    variables.push(name.toUpperCase());
    return '$' + name.toUpperCase();
  });
  const open = (operation.security || []).some(scheme => Object.keys(scheme).length === 0) || !(operation.security || []).length;
  if (!open) variables.push('TOKEN');
  for (const name of variables) lines.push(name + '=…   # ' + (name === 'TOKEN' ? 'from signing in' : 'the identifier in the path'));
  const query = parameters.filter(one => one.in === 'query' && one.required).map(one => one.name + '=' + encodeURIComponent(one.example ?? sample(one.schema)));
  const words = ['curl -sS' + (method === 'get' ? '' : ' -X ' + method.toUpperCase()) + ' "' + location.origin + target + (query.length ? '?' + query.join('&') : '') + '"'];
  if (!open) words.push('-H "Authorization: Bearer $TOKEN"');
  for (const one of parameters.filter(one => one.in === 'header' && one.required)) {
    words.push(one.name === 'Idempotency-Key' ? '-H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)"' : '-H ' + quoted(one.name + ': ' + (one.example ?? sample(one.schema))));
  }
  const content = Object.entries((resolved(operation.requestBody)).content || {})[0];
  if (content) {
    words.push('-H ' + quoted('Content-Type: ' + content[0]));
    words.push(content[0].endsWith('json') ? '-d ' + quoted(JSON.stringify(content[1].example ?? sample(content[1].schema), null, 2)) : '--data-binary @file');
  }
  return [...lines, words.join(' \\\n  ')].join('\n');
}

function parameterTable(parameters) {
  return tableOf(parameters.map(one => lineOf(one.name, one.in + ', ' + typeOf(one.schema || {}), one.required ? 'mandatory' : '',
    [one.description, boundsOf(one.schema || {})])));
}

function responseBlock(status, response) {
  const full = resolved(response), content = Object.entries(full.content || {})[0];
  const words = (full.description || '').replace(new RegExp('^' + status + ': '), '');
  const title = make('summary', {}, make('code', {}, status), ' ', prose(words, 'span'), content ? make('span', {className: 'soft'}, ' ' + content[0]) : '');
  if (!content || !content[1].schema) return make('details', {}, title, make('p', {className: 'soft'}, 'Without a body.'));
  const example = content[0] === 'application/json' ? make('pre', {}, JSON.stringify(content[1].example ?? sample(content[1].schema), null, 2)) : '';
  return make('details', {className: 'answer', open: status < '300'}, title, fields(content[1].schema, 'always'), example);
}

function copyButton(text) {
  const button = make('button', {type: 'button'}, 'Copy');
  button.addEventListener('click', async () => {
    try { await navigator.clipboard.writeText(text); button.textContent = 'Copied'; } catch { button.textContent = 'Not allowed here: select it'; }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  return button;
}

function contents(path, method, operation, shared) {
  const parameters = [...(shared || []), ...(operation.parameters || [])].map(resolved);
  const inside = make('div', {className: 'inside'});
  if (operation.description) inside.append(prose(operation.description));
  const example = commandLine(method, path, operation, parameters);
  inside.append(make('h4', {}, 'Try it ', copyButton(example)), make('pre', {}, example));
  if (parameters.length) inside.append(make('h4', {}, 'Parameters'), parameterTable(parameters));
  const body = resolved(operation.requestBody), content = Object.entries(body.content || {})[0];
  if (content) inside.append(make('h4', {}, 'Body ', make('span', {className: 'soft'}, content[0])), fields(content[1].schema || {}, 'mandatory'));
  inside.append(make('h4', {}, 'Answers'));
  for (const [status, response] of Object.entries(operation.responses || {})) inside.append(responseBlock(status, response));
  return inside;
}

/** One operation; what is inside is made when it is opened first. */
function operationBlock(path, method, operation, shared) {
  const details = make('details', {}, make('summary', {}, make('h3', {},
    make('span', {className: 'method ' + method}, method.toUpperCase()), make('span', {className: 'path'}, path),
    make('span', {}, operation.summary || '')), make('a', {className: 'who', href: '#who', title: 'Who may call it'}, words(operation['x-who'] || ''))));
  details.addEventListener('toggle', () => { if (details.children.length === 1) details.append(contents(path, method, operation, shared)); }, {once: true});
  return make('article', {id: operation.operationId}, details);
}

function words(name) { return name.replaceAll('_', ' '); }

function operations() {
  const all = [];
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (method !== 'parameters') all.push({path, method, operation, shared: item.parameters, tag: (operation.tags || ['other'])[0]});
    }
  }
  return all;
}

/** What to do first, from no account to the first signed-in call. */
function firstSteps() {
  const steps = api.info['x-first-steps'] || [];
  if (!steps.length) return [];
  const all = operations(), blocks = steps.map(step => {
    const one = all.find(candidate => candidate.operation.operationId === step.operation);
    const parameters = [...(one.shared || []), ...(one.operation.parameters || [])].map(resolved);
    return make('li', {}, prose(step.text + ' ', 'span'), make('a', {href: '#' + step.operation}, words(step.operation)),
      make('pre', {}, commandLine(one.method, one.path, one.operation, parameters)));
  });
  return [make('section', {}, make('h2', {}, 'first steps'), make('ol', {}, ...blocks))];
}

function whoSection() {
  const lines = Object.entries(api.info['x-who'] || {}).flatMap(([who, text]) => [make('dt', {}, words(who)), prose(text, 'dd')]);
  return make('section', {id: 'who'}, make('h2', {}, 'who may call'), make('dl', {}, ...lines));
}

function show() {
  const main = document.getElementById('main'), index = document.getElementById('index');
  document.title = api.info.title + ' API';
  main.append(make('h1', {}, api.info.title + ' API'), make('p', {className: 'soft'}, api.info.summary || ''));
  for (const paragraph of (api.info.description || '').split('\n\n')) main.append(prose(paragraph));
  main.append(make('p', {}, 'The same for programs: ', make('a', {href: '/v1/openapi.json'}, '/v1/openapi.json'), ' (OpenAPI ' + api.openapi + ').'), ...firstSteps(), whoSection());
  const all = operations(), known = api.tags.map(tag => tag.name);
  const tags = [...api.tags, ...[...new Set(all.map(one => one.tag))].filter(tag => !known.includes(tag)).map(name => ({name}))];
  for (const tag of tags) {
    const mine = all.filter(one => one.tag === tag.name);
    if (!mine.length) continue;
    main.append(make('section', {className: 'group'}, make('h2', {}, tag.name), prose(tag.description || '', 'p', {className: 'soft'}),
      ...mine.map(one => operationBlock(one.path, one.method, one.operation, one.shared))));
    index.append(make('h2', {}, tag.name), ...mine.map(one =>
      make('a', {href: '#' + one.operation.operationId, title: one.method.toUpperCase() + ' ' + one.path}, words(one.operation.operationId))));
  }
}

function openTarget() {
  const details = document.getElementById(location.hash.slice(1))?.querySelector('details');
  if (!details) return;
  details.open = true;
  details.querySelector('summary').focus({preventScroll: true});
  details.parentElement.scrollIntoView();
}

function filter(wanted) {
  const parts = wanted.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const article of document.querySelectorAll('article')) {
    const text = (article.id + ' ' + words(article.id) + ' ' + article.querySelector('summary').textContent).toLowerCase();
    article.hidden = !parts.every(part => text.includes(part));
    shown += !article.hidden;
  }
  for (const section of document.querySelectorAll('section')) section.hidden = wanted !== '' && !section.querySelector('article:not([hidden])');
  for (const link of document.querySelectorAll('#index a')) link.hidden = document.getElementById(link.hash.slice(1)).hidden;
  for (const title of document.querySelectorAll('#index h2')) {
    let next = title.nextElementSibling;
    while (next && next.tagName === 'A' && next.hidden) next = next.nextElementSibling;
    title.hidden = !next || next.tagName !== 'A';
  }
  document.getElementById('found').textContent = wanted ? shown + ' of ' + document.querySelectorAll('article').length + ' operations' : '';
}

const field = document.getElementById('filter');
field.addEventListener('input', () => filter(field.value.trim()));
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== field) { event.preventDefault(); field.focus(); }
  if (event.key === 'Escape' && document.activeElement === field) { field.value = ''; filter(''); }
});
document.getElementById('list').open = !matchMedia('(max-width: 50rem)').matches;
window.addEventListener('hashchange', openTarget);
fetch('/v1/openapi.json').then(answer => answer.json()).then(document => { api = document; show(); openTarget(); })
  .catch(failure => { document.getElementById('main').append('The description could not be read: ' + failure); });
