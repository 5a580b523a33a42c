// Filters the table of verdicts by text, verdict and kind, and leads from row to row by keyboard.
const form = document.querySelector<HTMLFormElement>('#_filter')!;
const search = form.querySelector<HTMLInputElement>('input')!;
const [verdict, kind] = form.querySelectorAll('select');
const output = form.querySelector('output')!;
const rows = [...document.querySelectorAll<HTMLTableRowElement>('#_table tbody tr')];
const texts = rows.map((row) => row.textContent.toLowerCase());

function apply(): void {
  const words = search.value.toLowerCase().split(/\s+/);
  rows.forEach((row, k) => {
    const { verdict: verdicts = '', kind: its = '' } = row.dataset;
    const fits =
      words.every((word) => texts[k].includes(word)) &&
      (verdict.value === '' || verdicts.split(' ').includes(verdict.value)) &&
      (kind.value === '' || its === kind.value);
    row.hidden = !fits;
  });
  const left = rows.filter((row) => !row.hidden).length;
  output.value =
    left === rows.length
      ? `${rows.length} ${rows.length === 1 ? 'claim' : 'claims'}`
      : `${left} of ${rows.length} claims`;
}

/** The links of the rows that the filter leaves. */
function stops(): HTMLAnchorElement[] {
  return rows.filter((row) => !row.hidden).map((row) => row.querySelector('a')!);
}

function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const all = [search, ...stops()];
  const at = all.findIndex((each) => each === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
}

form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  stops()[0]?.click();
});
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  form.reset();
  apply();
});
form.parentElement!.addEventListener('keydown', step);
addEventListener('keydown', (event) => {
  const { activeElement: at } = document;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (at instanceof HTMLInputElement || at instanceof HTMLSelectElement) return;
  event.preventDefault();
  if (form.closest('[hidden]') !== null) location.hash = form.parentElement!.id;
  // After the view has been changed, which moves the focus to its heading.
  setTimeout(() => search.focus());
});
apply();
