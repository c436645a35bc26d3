'use strict';

// What the run is, and what it says of itself.

const endings = {
  length: 'it had taken all its steps', stop_when: 'its stop_when held',
  early_stop: 'its early_stop saw no more progress', interrupt: 'it was interrupted',
};

function heading() {
  const run = data.run;
  if (!run)
    return [make('h1', {}, `Run ${data.folder}`),
      make('p', {}, 'The folder has no run.json; the page shows what else is there.')];
  const state = run.error ? 'stopped by an error' : run.stopped
    ? `ended because ${endings[run.stopped] || run.stopped}` : 'going on, or was killed, when this was written';
  return [make('h1', {}, `Training of ${run.train}`),
    make('p', {}, `${run.program}, model ${run.model}: ${brief(run.epochs)} epoch${run.epochs === 1 ? '' : 's'}, ` +
      `${brief(run.steps)} of at most ${brief(run.total_steps)} steps, ${duration(run.seconds)}; ${state}.`),
    run.error ? make('div', { class: 'finding' }, make('p', { class: 'text', style: 'white-space:pre-wrap' }, run.error)) : null];
}

function findings() {
  const found = data.findings.lines;
  if (!found.length)
    return section('Findings', make('p', {}, data.run && data.run.stopped
      ? 'The run has found nothing to object to.' : 'Nothing so far.'));
  return section('Findings', found.map(one => make('div', { class: 'finding' },
    make('p', {}, make('code', {}, one.code), ' ', one.path ? make('strong', {}, one.path) : null,
      one.path ? ': ' : '', one.text),
    one.help ? make('p', {}, 'What to do: ', one.help) : null,
    make('p', { class: 'faint' }, `seen at step ${brief(one.step)}; `, make('code', {}, `nnc explain ${one.code}`), ' says more'))));
}

/** The table of `nnc summary`, or without it the tensors of the program. */
function network() {
  const models = (data.summary && data.summary.models) || [];
  const model = models.find(each => data.run && each.model === data.run.model) || models[0];
  const size = shape => '[' + shape.join(', ') + ']';
  if (model) {
    const count = (parameters, states) => typeof states === 'number' && states
      ? `${brief(parameters)} (+${brief(states)})` : brief(parameters);
    const rows = model.layers.map(layer => [
      make('code', { style: `padding-left:${layer.level}rem` }, layer.path || ''),
      layer.layer + (layer.repeats && layer.repeats.length ? ` ×${[].concat(layer.repeats).join('×')}` : ''),
      layer.outputs.map(output => size(output.shape)).join(', '),
      layer.shared ? '(shared)' : layer.parameters || layer.states ? count(layer.parameters, layer.states) : '',
      typeof layer.flops === 'number' && layer.flops ? brief(layer.flops / 1e6) : layer.flops || '']);
    return section('Network', table(['name', 'layer', 'output', 'parameters (+states)', 'MFLOP'], rows, 'Network'),
      make('p', { class: 'faint' }, `${brief(model.parameters)} trainable, ${brief(model.states)} state, ` +
        `${bytes(model.bytes)}; ${brief(typeof model.flops === 'number' ? model.flops / 1e6 : model.flops)} MFLOP ` +
        `for each ${model.flops_per} (matrix products and convolutions).`));
  }
  if (!data.run || !data.run.tensors) return null;
  const elements = shape => shape.reduce((a, b) => a * b, 1);
  return section('Network', table(['tensor', 'role', 'type', 'shape', 'elements'],
    data.run.tensors.map(tensor => [make('code', {}, tensor.path), tensor.role, tensor.type,
      size(tensor.shape), elements(tensor.shape)]), 'Network'));
}

function hypers() {
  const all = data.run && data.run.hypers;
  if (!all || !all.length) return null;
  return section('Hypers', make('p', { class: 'faint' }, 'The values that were in effect.'),
    table(['name', 'kind', 'value', 'structural'], all.map(hyper =>
      [make('code', {}, hyper.name), hyper.kind, make('code', {}, hyper.value),
        hyper.structural ? 'yes' : 'no']), 'Hypers'));
}

/** A table of names and values. */
function pairs(rows, caption) {
  return make('div', {}, make('table', { class: 'pairs' }, make('caption', {}, caption),
    rows.map(([name, value]) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)))));
}

/** What the statistics of layers cost. */
function looks({ statistics: cost }) {
  if (!cost || !cost.looks) return [];
  return [['looks at the layers', `${brief(cost.looks)} of ${brief(1e3 * cost.seconds / cost.looks)} ms`]];
}

function timeAndMemory() {
  const run = data.run;
  if (!run) return null;
  const perSecond = run.seconds > 0 ? run.steps / run.seconds : 0;
  const rows = [
    ['time in the loop', duration(run.seconds)],
    ...looks(run),
    ['steps a second', brief(perSecond)],
    ['examples a second', brief(perSecond * run.batch * run.accumulate)],
    ['arithmetic of layers, in GFLOP/s', brief(run.flops_per_step * perSecond / 1e9)],
    ['parameters', bytes(run.memory.parameters)], ['state', bytes(run.memory.state)],
    ['optimizer', bytes(run.memory.optimizer)], ['temporaries of a step', bytes(run.memory.arena)],
    ['process at its largest', bytes(run.memory.process)],
    ['threads', String(run.threads)]];
  const facts = [
    ['program', run.program], ['its hash', make('code', {}, (run.source_hash || '').slice(0, 16))],
    ['model, section', `${run.model}, ${run.train}`],
    ['training examples', brief(run.examples)], ['batch', brief(run.batch)],
    ['batches a step', brief(run.accumulate)], ['steps an epoch', brief(run.steps_per_epoch)],
    ['seed', String(run.seed)], ['compiler', run.compiler], ['target', run.target]];
  return section('Time, memory and the rest', make('div', { class: 'grid' },
    pairs(rows, 'Time and memory'), pairs(facts, 'The run')));
}
