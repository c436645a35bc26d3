'use strict';

// Where a network looks: a map for each head, one of them large, with its text.

/** From the ground to a dark blue, or a light one where the ground is dark. */
function sequential(share) {
  const stops = matchMedia('(prefers-color-scheme: dark)').matches
    ? [[30, 36, 44], [35, 82, 130], [80, 160, 222], [225, 240, 252]]
    : [[255, 255, 255], [171, 207, 230], [55, 135, 192], [8, 40, 95]];
  const at = share * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2), part = at - low;
  return stops[low].map((v, i) => Math.round(v + part * (stops[low + 1][i] - v)));
}

/** The weights of one head, and the mean over the places of what is usual. */
function headOf(layer, number) {
  const { width, height, most, roots } = layer.heads[number];
  const all = Array.from(unpack(roots), byte => (byte / 255) ** 2 * most);
  const at = (row, column) => all[row * width + column];
  // A few large weights, as in the first rows of a triangle, leave the rest pale.
  const sorted = all.filter(weight => weight > 0).sort((a, b) => a - b);
  const top = sorted.length ? sorted[Math.floor(.98 * (sorted.length - 1))] : 1;
  const mean = (from, shift) => {
    let sum = 0;
    for (let i = from; i < height; ++i) sum += at(i, shift === null ? 0 : i - shift);
    return sum / Math.max(1, height - from);
  };
  const same = layer.rows === layer.columns;
  return { layer, number, width, height, most, top, at, all,
    shade: weight => sequential(Math.min(1, weight / top)),
    usual: same ? { itself: mean(0, 0), before: mean(1, 1), first: mean(0, null) } : null };
}

function titleOf(head) {
  return `${head.layer.path}, head ${head.number}`;
}

/** What a map says to those who do not see it. */
function mapInWords(head) {
  const { layer, usual } = head;
  return `Attention of ${titleOf(head)}: ${layer.rows} places look at ${layer.columns}, ` +
    `weights to ${brief(head.most)}` +
    (usual ? `; on average ${usual.itself.toFixed(2)} on the place itself, ` +
      `${usual.before.toFixed(2)} on the one before, ${usual.first.toFixed(2)} on the first` : '');
}

/** A pixel a weight. */
function smallMap(head) {
  const canvas = make('canvas', { class: 'pixels', width: head.width, height: head.height,
    role: 'img', 'aria-label': mapInWords(head) });
  const image = new ImageData(head.width, head.height);
  head.all.forEach((weight, i) => image.data.set([...head.shade(weight), 255], 4 * i));
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}

/** What stands at a place, or its number. */
function placeName(labels, at) {
  return labels && at < labels.length ? visible(labels[at]) : String(at);
}

/** The large map, in a space of `room` pixels; cells as large as that allows. */
function drawMap(canvas, head, room) {
  const { layer, width, height } = head, scale = 2;
  const context = canvas.getContext('2d');
  const names = [layer.row_labels, layer.column_labels].map((labels, k) =>
    Array.from({ length: k ? width : height }, (_, i) => placeName(labels, i).slice(0, 14)));
  const measure = (texts, size) => {
    context.font = `${scale * size}px ui-monospace, monospace`;
    return Math.max(...texts.map(text => context.measureText(text).width / scale)) + 6;
  };
  let left = measure(names[0], 11), top = measure(names[1], 11);
  let cell = Math.min(22, Math.floor((room - left) / width));
  const named = cell >= 9; // Smaller text cannot be read.
  if (!named) {
    left = top = 0;
    cell = Math.max(2, Math.min(22, Math.floor(room / width)));
  }
  canvas.width = scale * (left + cell * width);
  canvas.height = scale * (top + cell * height);
  canvas.style.width = canvas.width / scale + 'px';
  context.scale(scale, scale);
  for (let i = 0; i < height; ++i)
    for (let j = 0; j < width; ++j) {
      context.fillStyle = `rgb(${head.shade(head.at(i, j)).join(',')})`;
      context.fillRect(left + j * cell, top + i * cell, cell, cell);
    }
  context.strokeStyle = colour('rule');
  context.strokeRect(left + .5, top + .5, cell * width - 1, cell * height - 1);
  if (named) {
    context.fillStyle = colour('ink');
    context.font = `${Math.min(11, cell)}px ui-monospace, monospace`;
    context.textBaseline = 'middle';
    context.textAlign = 'right';
    names[0].forEach((text, i) => context.fillText(text, left - 4, top + (i + .5) * cell));
    context.textAlign = 'left';
    names[1].forEach((text, j) => {
      context.save();
      context.translate(left + (j + .5) * cell, top - 4);
      context.rotate(-Math.PI / 2);
      context.fillText(text, 0, 0);
      context.restore();
    });
  }
  return { left, top, cell };
}

/** The large map of one head with its scale, which says what is pointed at. */
function largeMap() {
  const title = make('h3', {}), about = make('p', { class: 'faint' });
  const canvas = make('canvas', { role: 'img', class: 'large' });
  const reading = make('p', { class: 'faint', 'aria-live': 'polite' });
  const most = make('span', {});
  const place = make('div', {}, canvas);
  const stops = Array.from({ length: 5 }, (_, i) => `rgb(${sequential(i / 4).join(',')})`).join(',');
  const hint = 'Point at a cell, or touch it, to read its weight.';
  let head, drawn;
  canvas.addEventListener('pointerleave', () => { reading.textContent = hint; });
  for (const kind of ['pointermove', 'pointerdown'])
    canvas.addEventListener(kind, event => {
      const box = canvas.getBoundingClientRect();
      const column = Math.floor((event.clientX - box.left - drawn.left) / drawn.cell);
      const row = Math.floor((event.clientY - box.top - drawn.top) / drawn.cell);
      const inside = row >= 0 && row < head.height && column >= 0 && column < head.width;
      const name = (labels, at) =>
        (labels && at < labels.length ? `“${visible(labels[at])}” ` : '') + `(place ${at})`;
      reading.textContent = inside
        ? `${name(head.layer.row_labels, row)} looks at ${name(head.layer.column_labels, column)}: ` +
          head.at(row, column).toFixed(3) : hint;
    });
  return {
    element: make('figure', { class: 'attention' }, make('figcaption', {}, title, about), place,
      make('div', { class: 'key' }, 'weight 0', make('i', { style: `background:linear-gradient(90deg,${stops})` }), most),
      reading),
    show(one) {
      head = one;
      const { layer, usual } = head;
      title.textContent = titleOf(head);
      about.textContent = (head.height < layer.rows || head.width < layer.columns
        ? `The first ${head.height} of ${brief(layer.rows)} places that look, and ${head.width} of ` +
          `${brief(layer.columns)} looked at. ` : '') +
        (usual ? `On average ${usual.itself.toFixed(2)} on the place itself, ${usual.before.toFixed(2)} ` +
          `on the one before, ${usual.first.toFixed(2)} on the first.` : '');
      canvas.setAttribute('aria-label', 'Large: ' + mapInWords(head));
      most.textContent = brief(head.top) + (head.most > head.top ? ` or more, to ${brief(head.most)}` : '');
      reading.textContent = hint;
      drawn = drawMap(canvas, head, Math.min(620, place.clientWidth || 320));
    },
  };
}

function attentionSection(found) {
  if (found.missing)
    return section('Attention', make('p', {}, `There are no maps: ${found.missing}`));
  const large = largeMap(), buttons = [];
  const select = (head, button) => {
    for (const each of buttons) each.setAttribute('aria-pressed', each === button);
    large.show(head);
  };
  const groups = found.layers.map(layer => {
    const maps = layer.heads.map((_, number) => {
      const head = headOf(layer, number);
      const button = make('button', { type: 'button', title: titleOf(head) }, smallMap(head),
        make('span', {}, String(number)));
      button.addEventListener('click', () => select(head, button));
      button.head = head;
      buttons.push(button);
      return button;
    });
    return make('div', {}, make('h3', {}, make('code', {}, layer.path)),
      make('div', { class: 'maps' }, maps),
      layer.heads.length < layer.of
        ? make('p', { class: 'faint' }, `The first ${layer.heads.length} of ${layer.of} heads.`) : null);
  });
  later(() => select(buttons[0].head, buttons[0]));
  return section('Attention',
    make('p', { class: 'faint' }, 'A row for each place that looks, a column for each place looked at, of ' +
      `example ${brief(found.example)}: all weights of a row add up to 1. Each map has a scale of its own, to where ` +
      'all but one in fifty of its weights end. A head that looks at one place alone, or everywhere alike, adds little.' +
      (found.layers.length < found.of ? ` ${found.layers.length} of ${found.of} layers are shown.` : '')),
    make('div', { class: 'beside' },
      make('div', {}, large.element),
      make('div', { class: 'layers' }, groups,
        make('div', { class: 'card' }, make('p', { class: 'faint' }, `example ${brief(found.example)}`),
          inputsIn(found.inputs, `Example ${found.example}, which is looked at`)))));
}
