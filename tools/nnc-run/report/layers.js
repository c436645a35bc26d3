'use strict';

// Statistics of layers and parameters, over the steps at which they were
// gathered.

/** Curves of one value by layer or parameter, in the order of the network. */
function byName(lines, list, name, value) {
  const found = new Map();
  for (const line of lines)
    for (const entry of line[list] || []) {
      const y = value(entry);
      if (y === undefined) continue;
      const key = entry[name];
      if (!found.has(key)) found.set(key, { label: key, depth: entry.depth, points: [] });
      found.get(key).points.push({ x: line.step, y });
    }
  return [...found.values()].sort((a, b) => (a.depth || 0) - (b.depth || 0));
}

const layerCharts = [
  ['mean', 'Mean of activations',
    'Each layer should stay near where it began; a drift says that its inputs grow or shift.'],
  ['spread', 'Spread of activations',
    'The standard deviation of each layer: it should neither shrink towards 0 nor grow from layer to layer.'],
  ['dead', 'Dead units',
    'The share of units that gave zero for a whole batch; those learn nothing as long as that is so.'],
  ['saturated', 'Saturated units',
    'The share of values within 1 % of a bound of the activation, where its derivative is nearly zero.'],
];

/** The gradient's norm from input to output, at a few steps. */
function gradientByDepth(lines) {
  const with_ = lines.filter(line => (line.layers || []).some(layer => layer.gradient !== undefined));
  if (!with_.length) return null;
  const count = Math.min(5, with_.length);
  const picked = [...Array(count).keys()].map(i =>
    with_[count === 1 ? 0 : Math.round(i * (with_.length - 1) / (count - 1))]);
  const names = {};
  const sets = picked.map((line, i) => {
    const layers = line.layers.filter(layer => layer.gradient !== undefined)
      .sort((a, b) => a.depth - b.depth);
    for (const layer of layers) names[layer.depth] = layer.path || layer.layer;
    return {
      label: `step ${brief(line.step)}`, colour: ordered(count === 1 ? .5 : i / (count - 1)),
      points: layers.map(layer => ({ x: layer.depth, y: layer.gradient > 0 ? layer.gradient : null })),
    };
  });
  return curves('Gradient by depth',
    'The norm of the loss\'s derivative at each layer, from the input on the left to the output; ' +
    'a slope over many powers of ten is a gradient that vanishes or explodes.',
    sets, { xTitle: 'layer', names, gap: '0 or not finite' });
}

function updateRatios(lines) {
  const sets = byName(lines, 'parameters', 'name', entry =>
    entry.update === undefined || entry.norm === undefined ? undefined
      : entry.update > 0 && entry.norm > 0 ? Math.log10(entry.update / entry.norm) : null);
  if (!sets.length) return null;
  const steps = sets.flatMap(set => set.points.map(point => point.x));
  const least = Math.min(...steps), most = Math.max(...steps);
  const edge = (y, fill) => ({
    label: '_band', colour: '#2e8b57', points: [{ x: least, y }, { x: most, y }], fill,
  });
  return curvesOrHeat('Update to weight',
    'The logarithm (base 10) of a step\'s change over the parameter\'s norm; around -3' +
    (sets.length > mostCurves ? '' : ', the green band,') +
    ' is usual, far above it learning is rough, far below it hardly moves.',
    sets, {
      linear: true, yTitle: 'log10', band: [edge(-3.5, '+1'), edge(-2.5, false)],
      gap: '0 or not finite', ...(sets.length > mostCurves ? { range: { min: -8, max: 0 } } : {}),
    });
}

function statisticsCharts() {
  const lines = data.statistics.lines;
  if (!lines.length) return [];
  const general = [], charts = [];
  for (const [key, title, caption] of [
    ['learning_rate', 'Learning rate', 'What the optimizer was given: as the schedule of the program has it.'],
    ['gradient_norm', 'Gradient norm',
      'Of all parameters together, before clipping; single peaks are usual, a steady rise is not.']]) {
    const points = lines.filter(line => line[key] !== undefined)
      .map(line => ({ x: line.step, y: line[key] }));
    if (points.length)
      general.push(curves(title, caption, [{ label: title, points }],
        key === 'learning_rate' ? { linear: true, range: { min: 0 } } : {}));
  }
  for (const [key, title, caption] of layerCharts) {
    const sets = byName(lines, 'layers', 'path', layer => layer[key]);
    if (sets.length)
      charts.push(curvesOrHeat(title, caption, sets,
        key === 'dead' || key === 'saturated'
          ? { linear: true, range: { min: 0, max: 1 } } : { linear: key === 'mean' }));
  }
  charts.push(gradientByDepth(lines), updateRatios(lines));
  const out = [];
  if (general.length) out.push(section('The step', make('div', { class: 'grid' }, general)));
  out.push(section('Layers over time',
    make('p', { class: 'faint' }, 'Of whole layers, on the batch of each step that was looked at.' +
      thinned(data.statistics, 'samples')),
    make('div', { class: 'grid' }, charts)));
  const inputs = lines[lines.length - 1].inputs || [];
  if (inputs.length)
    out.push(section('Inputs', make('p', { class: 'faint' },
      'Of the last batch that was looked at; a mean near 0 and a spread near 1 are easiest to learn from.'),
    table(['input', 'mean', 'spread', 'least', 'most'], inputs.map(input =>
      [input.name, input.mean, input.spread, input.least, input.most]), 'Inputs')));
  return out;
}
