// What form-js makes of cases of the corpus. Runs in a page that has Tasklist's own bundle; answers a function.
() => {
  const INPUTS = ['textfield', 'textarea', 'number', 'datetime', 'checkbox', 'checklist', 'radio', 'select', 'taglist'];
  // The longest delay between an entry and form-js taking it over.
  const DEBOUNCE = 300;
  const QUIET_ROUNDS = 2;
  const MOST_ROUNDS = 30;

  const frame = () => new Promise(done => requestAnimationFrame(done));

  let require;
  self.webpackChunkcamunda_bpm_webapp.push([['form-corpus'], {}, bundle => { require = bundle; }]);
  const formJs = Object.keys(require.m)
    .filter(id => /importSchema/.test(require.m[id]) && /disallowPassedDates/.test(require.m[id]))
    .map(id => require(id))
    .find(module => module.Form && module.buildExpressionContext && module.schemaVersion);
  if (!formJs) {
    throw new Error('no form-js in the bundle');
  }

  const copy = value => JSON.parse(JSON.stringify(value));
  const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
  const isNothing = value => value === undefined || value === null || value === '' || value === false
    || Array.isArray(value) && value.length === 0;
  const get = (data, path) => path.reduce((here, name) => here === null || here === undefined ? undefined : here[name], data);
  const has = (data, path) => {
    const around = get(data, path.slice(0, -1));
    return isObject(around) && path[path.length - 1] in around;
  };
  const set = (data, path, value) => {
    let here = data;
    path.slice(0, -1).forEach(name => { here = here[name] = isObject(here[name]) ? here[name] : {}; });
    here[path[path.length - 1]] = value;
  };
  const same = (one, other) => {
    if (Array.isArray(one) || Array.isArray(other)) {
      return Array.isArray(one) && Array.isArray(other) && one.length === other.length
        && one.every((value, index) => same(value, other[index]));
    }
    if (isObject(one) && isObject(other)) {
      const names = Object.keys(one);
      return names.length === Object.keys(other).length && names.every(name => name in other && same(one[name], other[name]));
    }
    return one === other;
  };

  // The components with a key, each with the place of its value, and ids that tell them apart afterwards.
  function keyedOf(component, path, keyed) {
    const around = component.path ? [...path, ...component.path.split('.')] : path;
    if (component.key) {
      component.id = component.id || `field_${keyed.length}`;
      keyed.push({ component, path: [...around, ...component.key.split('.')] });
    }
    (component.components || []).forEach(child => keyedOf(child, around, keyed));
    return keyed;
  }

  // The places of all answers that no component asks for.
  function undeclared(value, path, keyed) {
    if (keyed.some(({ path: place }) => same(place, path))) {
      return [];
    }
    const inside = isObject(value) ? Object.keys(value) : [];
    return inside.length ? inside.flatMap(name => undeclared(value[name], [...path, name], keyed)) : [path];
  }

  // What the process holds, with the answers in their places. A field without an answer is one that a person has emptied; what
  // no open field asks for does not get into the form, so it stays as the process holds it.
  function dataOf(fields, variables, answers) {
    const data = copy(variables);
    fields.forEach(({ component, path }) => {
      const sometimesReadonly = typeof component.readonly === 'string';
      if (component.disabled || component.readonly && !sometimesReadonly) {
        return;
      }
      if (has(answers, path)) {
        set(data, path, copy(get(answers, path)));
      } else if (!sometimesReadonly) {
        set(data, path, null);
      }
    });
    return data;
  }

  async function open({ form, variables, answers }) {
    const schema = copy(form);
    const keyed = keyedOf(schema, [], []);
    const fields = keyed.filter(({ component }) => INPUTS.includes(component.type));
    const container = document.body.appendChild(document.createElement('div'));
    const opened = new formJs.Form({ container });
    try {
      const imported = opened.importSchema(schema, dataOf(fields, variables, answers));
      // A person has made the answers, over what the form showed first.
      opened._setState({ initialData: opened._getInitializedFieldData(copy(variables)) });
      await imported;
      return { form: opened, keyed, fields, variables, answers };
    } catch (error) {
      return { failure: String(error) };
    }
  }

  async function settle(opened) {
    const state = ({ form }) => form && JSON.stringify(form._getState().data);
    let last = opened.map(state);
    for (let round = 0, quiet = 0; quiet < QUIET_ROUNDS; round++) {
      await new Promise(done => setTimeout(done, DEBOUNCE));
      await frame();
      const now = opened.map(state);
      const restless = now.findIndex((data, index) => data !== last[index]);
      if (round === MOST_ROUNDS) {
        throw new Error(`case ${restless} never comes to rest: ${last[restless]} ${now[restless]}`);
      }
      quiet = restless < 0 ? quiet + 1 : 0;
      last = now;
    }
  }

  function isLocked(form, instance, { disabled, readonly }) {
    const computed = typeof readonly === 'string' && readonly.startsWith('=');
    return Boolean(disabled || (computed
      ? instance && form.get('conditionChecker').check(readonly, formJs.buildExpressionContext(instance.expressionContextInfo))
      : readonly));
  }

  // altered: what form-js would submit in the place of an answer; ignored: answers that form-js has no place for, and why.
  function verdict({ form, keyed, fields, variables, answers, failure }) {
    if (failure) {
      return { failure };
    }
    const { data, errors } = form.submit();
    const { initialData } = form._getState();
    const instances = Object.fromEntries(form.get('formFieldInstanceRegistry').getAllKeyed().map(one => [one.id, one]));
    const found = {};
    const altered = {};
    const ignored = {};
    fields.forEach(({ component, path }) => {
      const key = path.join('.');
      const instance = instances[component.id];
      const answer = get(answers, path);
      const submitted = get(data, path);
      if (errors[component.id]) {
        found[key] = errors[component.id];
      }
      if (isLocked(form, instance, component)) {
        if (!isNothing(answer) && ![initialData, variables].some(held => same(answer, get(held, path)))) {
          ignored[key] = 'readonly';
        }
      } else if (!instance) {
        if (!isNothing(answer)) {
          ignored[key] = 'hidden';
        }
      } else if (!same(answer, submitted) && !(isNothing(answer) && isNothing(submitted))) {
        altered[key] = submitted === undefined ? null : submitted;
      }
    });
    Object.keys(answers).flatMap(name => undeclared(answers[name], [name], keyed)).forEach(path => {
      ignored[path.join('.')] = 'undeclared';
    });
    const accepted = Object.keys(errors).length === 0 && Object.keys(altered).length === 0;
    const details = Object.entries({ errors: found, altered, ignored }).filter(([, values]) => Object.keys(values).length);
    return { accepted, ...Object.fromEntries(details) };
  }

  const orFailure = judge => opened => {
    try {
      return judge(opened);
    } catch (error) {
      return { failure: String(error) };
    }
  };

  return async cases => {
    const opened = [];
    const failures = [];
    // A form that cannot be rendered leaves all others unfinished.
    const fail = ({ message }) => failures.push(`${message}, after ${opened.length} cases`);
    self.addEventListener('error', fail);
    for (const one of cases) {
      opened.push(await open(one));
    }
    await settle(opened);
    self.removeEventListener('error', fail);
    if (failures.length) {
      throw new Error(failures[0]);
    }
    const verdicts = opened.map(orFailure(verdict));
    opened.forEach(({ form }) => form && form.destroy());
    document.body.replaceChildren();
    return verdicts;
  };
}
