// node preview.mjs PROMETHEUS DASHBOARD FILE [variable=value ...]: draws a dashboard from what Prometheus answers now.
//
// Grafana cannot be installed everywhere; this shows whether a dashboard can be read: what is where, with which units,
// names and colours. It draws what the dashboards of this project use, and fails on anything else.
import { readFile } from 'node:fs/promises';
import { withBrowser, withPage } from './browser.mjs';
import { asked } from './prometheus.mjs';

const CELL = 38;
const GAP = 8;
const WIDTH = 1600;
const COLUMN = WIDTH / 24;
const PALETTE = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#8E8E8E', '#F0E442'];
const TEXT = '#d8d9da';

const [prometheus, file, picture, ...choices] = process.argv.slice(2);
if (!prometheus || !file || !picture) {
  console.error('usage: node preview.mjs PROMETHEUS DASHBOARD FILE [variable=value ...]');
  process.exit(2);
}
const board = JSON.parse(await readFile(file, 'utf8'));
const answers = await asked(prometheus, board, Object.fromEntries(choices.map((choice) => choice.split('='))));
const panels = board.panels.map((panel) => frame(panel, answers.get(panel.id)));
const height = Math.max(...board.panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * CELL + 48;
const html = `<!doctype html><meta charset="utf-8"><style>
  body{margin:0;background:#111217;color:${TEXT};font:14px/1.35 "DejaVu Sans",sans-serif;width:${WIDTH}px;height:${height}px;position:relative}
  h1{font-size:18px;margin:0;padding:12px;font-weight:500}
  .panel{position:absolute;background:#181b1f;border:1px solid #2c3235;border-radius:2px;overflow:hidden;box-sizing:border-box}
  .panel h2{font-size:14px;font-weight:500;margin:0;padding:6px 10px;height:20px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
  .row{position:absolute;font-size:15px;padding:8px 4px;font-weight:500}
  .body{position:absolute;inset:32px 8px 6px 10px;overflow:hidden}
  .numbers{display:flex;height:100%;align-items:center;justify-content:space-around}
  .numbers div{text-align:center}.numbers b{display:block;font-weight:500;font-size:28px}.numbers .one b{font-size:40px}
  .bar{display:grid;grid-template-columns:38% 1fr;align-items:center;gap:6px;height:24px}
  .bar span:first-child{text-align:right;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
  .bar i{display:inline-block;height:16px;vertical-align:middle;margin-right:6px}
  table{border-collapse:collapse;width:100%;font-size:13px}th{text-align:left;font-weight:500;color:#9fa7b3}
  th,td{padding:3px 6px;border-bottom:1px solid #2c3235;white-space:nowrap}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
  .none{color:#9fa7b3;padding:20px;text-align:center}
  svg text{fill:#9fa7b3;font-size:11px}
  .legend{font-size:12px;line-height:18px;height:36px;overflow:hidden}.legend i{display:inline-block;width:12px;height:4px;margin:0 4px 3px 10px}
</style><h1>${text(board.title)}</h1>${panels.join('')}`;
await withBrowser((browser) =>
  withPage(browser, { viewport: { width: WIDTH, height } }, async (page) => {
    await page.setContent(html);
    await page.screenshot({ path: picture });
  }),
);

function frame(panel, series) {
  const { x, y, w, h } = panel.gridPos;
  const box = `left:${x * COLUMN + GAP / 2}px;top:${y * CELL + 48}px;width:${w * COLUMN - GAP}px;height:${h * CELL - GAP}px`;
  if (panel.type === 'row') return `<div class="row" style="${box}">${text(panel.title)}</div>`;
  const size = { width: w * COLUMN - GAP - 20, height: h * CELL - GAP - 40 };
  const draw = { stat, timeseries, bargauge, table, heatmap, 'state-timeline': states }[panel.type];
  if (!draw) throw new Error(`panels of type ${panel.type} cannot be drawn`);
  const empty = series.every(({ result }) => result.length === 0);
  const body = empty ? `<div class="none">${text(panel.fieldConfig.defaults.noValue)}</div>` : draw(panel, series, size);
  return `<section class="panel" style="${box}"><h2>${text(panel.title)}</h2><div class="body">${body}</div></section>`;
}

function stat(panel, series) {
  const all = series.flatMap(({ target, result }) =>
    result.map((one) => ({ name: named(target, one.metric), value: last(one) })));
  const alone = panel.options.textMode === 'value';
  const show = all.map(({ name, value }) =>
    `<div class="${alone ? 'one' : ''}"><b style="color:${threshold(panel, value)}">${shown(panel, value, overridden(panel, name))}</b>${alone ? '' : text(called(panel, name))}</div>`);
  return `<div class="numbers">${show.join('')}</div>`;
}

function bargauge(panel, series) {
  const all = series.flatMap(({ target, result }) =>
    result.map((one) => ({ name: named(target, one.metric), value: last(one) })));
  const { min, max } = panel.fieldConfig.defaults;
  const most = max ?? Math.max(...all.map(({ value }) => value), min + 1e-9);
  return all.map(({ name, value }) =>
    `<div class="bar"><span>${text(called(panel, name))}</span><span><i style="width:${Math.max(0, (70 * (value - min)) / (most - min))}%;background:${PALETTE[0]}"></i>${shown(panel, value)}</span></div>`).join('');
}

function table(panel, series) {
  const { renameByName, indexByName } = panel.transformations.find(({ id }) => id === 'organize').options;
  const rows = new Map();
  series.forEach(({ target, result }) => result.forEach((one) => {
    const { __name__, ...labels } = one.metric;
    const fields = { ...labels, [series.length === 1 ? 'Value' : `Value #${target.refId}`]: last(one) };
    const like = [...rows.values()].find((row) =>
      Object.keys(labels).some((label) => label in row) && Object.entries(labels).every(([label, value]) => !(label in row) || row[label] === value));
    if (like) Object.assign(like, fields);
    else rows.set(rows.size, fields);
  }));
  const columns = Object.keys(renameByName).sort((a, b) => indexByName[a] - indexByName[b]);
  const sorted = panel.options.sortBy[0].displayName;
  const by = columns.find((column) => renameByName[column] === sorted);
  const ordered = [...rows.values()].sort((a, b) => (a[by] === undefined) - (b[by] === undefined) || (b[by] > a[by] ? 1 : b[by] < a[by] ? -1 : 0));
  const cell = (row, column) => {
    const value = row[column];
    const how = overridden(panel, renameByName[column]);
    return typeof value === 'number' ? `<td class="n">${shown(panel, value, how)}</td>` : `<td>${how.links ? '<u>' : ''}${text(mapped(panel, value ?? ''))}</td>`;
  };
  const head = columns.map((column) => `<th class="${column.startsWith('Value') ? 'n' : ''}">${text(renameByName[column])}</th>`);
  return `<table><tr>${head.join('')}</tr>${ordered.map((row) => `<tr>${columns.map((column) => cell(row, column)).join('')}</tr>`).join('')}</table>`;
}

function lines(series) {
  return series.flatMap(({ target, result }) => result.map((one) => ({
    name: named(target, one.metric),
    points: one.values.map(([at, value]) => [at, Number(value)]).filter(([, value]) => Number.isFinite(value)),
  })));
}

function timeseries(panel, series, { width, height }) {
  const all = lines(series);
  const stacking = panel.fieldConfig.defaults.custom.stacking?.mode;
  const times = [...new Set(all.flatMap(({ points }) => points.map(([at]) => at)))].sort((a, b) => a - b);
  let drawn = all.map((line, index) => ({ ...line, colour: coloured(panel, line.name, index) }));
  if (stacking) drawn = stacked(drawn, times, stacking);
  const values = drawn.flatMap(({ points }) => points.map(([, value]) => value));
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (stacking) low = 0;
  low = Math.min(low, panel.fieldConfig.defaults.custom.axisSoftMin ?? low);
  if (stacking === 'percent') high = 1;
  const logarithmic = panel.fieldConfig.defaults.custom.scaleDistribution?.type === 'log';
  if (logarithmic) [low, high] = [10 ** Math.floor(Math.log10(Math.max(low, 1e-3))), 10 ** Math.ceil(Math.log10(high))];
  if (high === low) [low, high] = [low - 1, high + 1];
  const plot = { left: 72, top: 6, width: width - 82, height: height - 66 };
  const x = (at) => plot.left + (plot.width * (at - times[0])) / (times.at(-1) - times[0] || 1);
  const scale = logarithmic ? (value) => Math.log10(Math.max(value, low)) : (value) => value;
  const y = (value) => plot.top + plot.height * (1 - (scale(value) - scale(low)) / (scale(high) - scale(low)));
  const grid = ticks(low, high, logarithmic).map((value) => {
    return `<line x1="${plot.left}" x2="${plot.left + plot.width}" y1="${y(value)}" y2="${y(value)}" stroke="#2c3235"/><text x="${plot.left - 6}" y="${y(value) + 4}" text-anchor="end">${stacking === 'percent' ? `${Math.round(100 * value)}%` : shown(panel, value)}</text>`;
  });
  const axis = [0, 0.5, 1].map((part) => {
    const at = times[0] + part * (times.at(-1) - times[0]);
    return `<text x="${x(at)}" y="${plot.top + plot.height + 16}" text-anchor="${part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}">${clock(at)}</text>`;
  });
  const paths = drawn.map((line) => {
    const step = Math.min(...times.slice(1).map((at, index) => at - times[index]));
    const joined = (index) => index > 0 && line.points[index][0] - line.points[index - 1][0] < 1.5 * step;
    const path = line.points.map(([at, value], index) => `${joined(index) ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('');
    const area = line.below ? `<path d="${path}${[...line.below].reverse().map(([at, value]) => `L${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('')}Z" fill="${line.colour}" opacity=".6"/>` : '';
    const dashed = overridden(panel, line.name)['custom.lineStyle'] ? 'stroke-dasharray="4 4"' : '';
    const bound = drawn.find(({ name }) => name === overridden(panel, line.name)['custom.fillBelowTo']);
    const band = bound ? `<path d="${path}${[...bound.points].reverse().map(([at, value]) => `L${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('')}Z" fill="${line.colour}" opacity="${overridden(panel, line.name)['custom.fillOpacity'] / 100}"/>` : '';
    return `${band}${area}<path d="${path}" fill="none" stroke="${line.colour}" stroke-width="2" ${dashed}/>`;
  });
  return `<svg width="${width}" height="${height - 38}">${grid.join('')}${axis.join('')}${paths.join('')}</svg>${legend(drawn.map((line, index) => ({ ...line, name: called(panel, line.name), last: computed(panel, all[index]) })))}`;
}

/** Round values, as an axis has them. */
function ticks(low, high, logarithmic) {
  if (logarithmic) return Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, power) => low * 10 ** power);
  const rough = (high - low) / 5;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * ten).find((size) => size >= rough);
  return Array.from({ length: 12 }, (_, at) => (Math.ceil(low / step) + at) * step).filter((value) => value <= high);
}

function stacked(all, times, mode) {
  const at = all.map(({ points }) => new Map(points));
  const totals = new Map(times.map((time) => [time, at.reduce((sum, line) => sum + (line.get(time) ?? 0), 0)]));
  let below = times.map((time) => [time, 0]);
  return all.map((line, index) => {
    const points = times.map((time, place) => {
      const value = at[index].get(time) ?? 0;
      return [time, below[place][1] + (mode === 'percent' ? value / (totals.get(time) || 1) : value)];
    });
    const one = { ...line, points, below };
    below = points;
    return one;
  });
}

function states(panel, series, { width, height }) {
  const { options } = panel.fieldConfig.defaults.mappings[0];
  const rows = lines(series).sort((a, b) => a.name.localeCompare(b.name));
  const times = rows.flatMap(({ points }) => points.map(([at]) => at));
  const [first, end] = [Math.min(...times), Math.max(...times)];
  const tall = Math.min(30, (height - 44) / rows.length);
  const bars = rows.map(({ name, points }, row) => {
    const step = points.length > 1 ? points[1][0] - points[0][0] : 1;
    const blocks = points.map(([at, value]) => {
      const x = 150 + ((width - 160) * (at - first)) / (end - first + step || 1);
      return `<rect x="${x}" y="${row * tall + 3}" width="${((width - 160) * step) / (end - first + step || 1) + 0.6}" height="${tall - 6}" fill="${options[value]?.color ?? '#444'}"/>`;
    });
    return `<text x="144" y="${row * tall + tall / 2 + 4}" text-anchor="end">${text(called(panel, name))}</text>${blocks.join('')}`;
  });
  const names = Object.values(options).map((state) => ({ name: state.text, colour: state.color }));
  return `<svg width="${width}" height="${height - 40}">${bars.join('')}</svg>${legend(names)}`;
}

function heatmap(panel, series, { width, height }) {
  const rows = lines(series).sort((a, b) => Number(b.name) - Number(a.name));
  const most = Math.max(...rows.flatMap(({ points }) => points.map(([, value]) => value)), 1e-9);
  const tall = height / rows.length;
  return `<svg width="${width}" height="${height}">${rows.map(({ name, points }, row) =>
    `<text x="22" y="${row * tall + tall / 2 + 4}" text-anchor="end">${text(name)}</text>${points.map(([, value], index) =>
      `<rect x="${28 + ((width - 30) * index) / points.length}" y="${row * tall}" width="${(width - 30) / points.length + 0.5}" height="${tall - 1}" fill="${PALETTE[0]}" opacity="${0.06 + (0.94 * value) / most}"/>`).join('')}`).join('')}</svg>`;
}

function legend(all) {
  return `<div class="legend">${all.map(({ name, colour, last }) => `<i style="background:${colour}"></i>${text(name)}${last ? `&nbsp; Last *: ${last}` : ''}`).join('')}</div>`;
}

function overridden(panel, name) {
  const own = panel.fieldConfig.overrides.filter(({ matcher }) => matcher.options === name).flatMap(({ properties }) => properties);
  return Object.fromEntries(own.map(({ id, value }) => [id, value]));
}

/** What is shown for a series that Prometheus's answer names so. */
function called(panel, name) {
  return overridden(panel, name).displayName ?? name;
}

/** What is shown for a text in a table. */
function mapped(panel, value) {
  return panel.fieldConfig.defaults.mappings[0]?.options[value]?.text ?? value;
}

function computed(panel, { name, points }) {
  return panel.options.legend.calcs.length && points.length ? shown(panel, points.at(-1)[1], overridden(panel, name)) : '';
}

function coloured(panel, name, index) {
  return overridden(panel, name).color?.fixedColor ?? PALETTE[index % PALETTE.length];
}

function threshold(panel, value) {
  const steps = panel.fieldConfig.defaults.thresholds.steps.filter((step) => step.value === null || value >= step.value);
  const colour = steps.at(-1).color;
  return panel.fieldConfig.defaults.color?.mode === 'thresholds' && colour !== 'text' ? colour : TEXT;
}

function named(target, labels) {
  return target.legendFormat.replace(/{{(\w+)}}/g, (_, label) => labels[label] ?? '');
}

function last(one) {
  return Number((one.value ?? one.values.at(-1))[1]);
}

function shown(panel, value, how = {}) {
  const unit = how.unit ?? panel.fieldConfig.defaults.unit;
  const decimals = how.decimals ?? panel.fieldConfig.defaults.decimals;
  if (!Number.isFinite(value)) return '-';
  const fixed = (number, suffix) => number.toFixed(decimals) + suffix;
  switch (unit) {
    case 'none': return fixed(value, '');
    case 'locale': return value.toLocaleString('en', { maximumFractionDigits: decimals });
    case 'percentunit': return fixed(100 * value, '%');
    case 's': return scaled(value, [[1, ' s'], [60, ' mins'], [3600, ' hours'], [86400, ' days'], [604800, ' weeks'], [31536000, ' years']], fixed);
    case 'bytes': return scaled(value, [[1, ' B'], [2 ** 10, ' KiB'], [2 ** 20, ' MiB'], [2 ** 30, ' GiB']], fixed);
    case 'dateTimeFromNow': return `${scaled((Date.now() - value) / 1000, [[60, ' minutes'], [3600, ' hours'], [86400, ' days'], [2629800, ' months']], (number, suffix) => Math.round(number) + suffix)} ago`;
    default: throw new Error(`the unit ${unit} cannot be shown`);
  }
}

/** In the largest unit of which there is a whole one. */
function scaled(value, units, fixed) {
  const [size, suffix] = units.findLast(([least]) => Math.abs(value) >= least) ?? units[0];
  return fixed(value / size, suffix);
}

function clock(at) {
  return new Date(at * 1000).toLocaleTimeString('en-GB', { timeZone: board.timezone, hour: '2-digit', minute: '2-digit' });
}

function text(value) {
  return String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
