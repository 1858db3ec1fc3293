// What the panels of a dashboard ask, answered by a real Prometheus.

const STEPS = 120;

/** The answers of every panel, by its id: for each of its targets the target and Prometheus's result. */
export async function asked(prometheus, board, choices = {}) {
  const chosen = { ...standing(board), ...choices };
  const now = Date.now() / 1000;
  const answers = new Map();
  for (const panel of board.panels) {
    const all = (panel.targets ?? []).map(async (target) => ({
      target,
      result: await ask(prometheus, target, filled(target.expr, chosen), span(board, chosen, now)),
    }));
    answers.set(panel.id, await Promise.all(all));
  }
  return answers;
}

/** What is chosen when a dashboard opens. */
function standing(board) {
  const variables = board.templating.list.filter(({ type }) => type !== 'datasource');
  return Object.fromEntries(
    variables.map(({ name, allValue, current }) => [name, allValue ?? current.value]));
}

function filled(expr, chosen) {
  return expr.replace(/\$(\w+)/g, (_, name) => {
    if (!(name in chosen)) throw new Error(`nothing is chosen for $${name} in ${expr}`);
    return chosen[name];
  });
}

function span(board, { from }, now) {
  const back = /^now-(\d+)([mhd])$/.exec(from ?? board.time.from);
  const seconds = Number(back[1]) * { m: 60, h: 3600, d: 86400 }[back[2]];
  return { start: now - seconds, end: now, step: Math.max(1, Math.round(seconds / STEPS)) };
}

async function ask(prometheus, target, query, { start, end, step }) {
  const [path, time] = target.instant ? ['query', { time: end }] : ['query_range', { start, end, step }];
  const answer = await fetch(`${prometheus}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams({ query, ...time }) });
  const body = await answer.json();
  if (body.status !== 'success') throw new Error(`${body.error}: ${query}`);
  return body.data.result;
}
