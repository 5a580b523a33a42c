// Shows one view at a time: the one that the address names. The browser's own search finds text in the others too.
const views = [...document.querySelectorAll<HTMLElement>('main > .view')];
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents-bar a')];
const heading = document.title;
let shown = views[0];

function target(): HTMLElement | null {
  return document.getElementById(decodeURIComponent(location.hash.slice(1)));
}

function show(view: HTMLElement): void {
  // The browser itself may have shown one, for a search or an address.
  for (const each of views) {
    if (each !== view && !each.hasAttribute('hidden')) each.setAttribute('hidden', 'until-found');
  }
  view.removeAttribute('hidden');
  for (const link of links) {
    if (link.hash === `#${view.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = view.querySelector('h2')?.textContent;
  document.title = view === views[0] ? heading : `${title} · ${heading}`;
  shown = view;
}

/** After a link or the back button: to the place named, or back to the row one came from. */
function follow(): void {
  const place = target();
  const view = place?.closest<HTMLElement>('.view') ?? views[0];
  const left = shown;
  show(view);
  if (view === views[0] && left !== view) {
    const row = view.querySelector<HTMLElement>(`a[href="#${left.id}"]`);
    if (row !== null && row.offsetParent !== null) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'center' });
      return;
    }
  }
  (place ?? view).scrollIntoView();
  if (place === null || place === view) view.querySelector('h2')?.focus({ preventScroll: true });
}

document.documentElement.classList.add('js');
for (const view of views) {
  view.addEventListener('beforematch', () => {
    if (view.contains(target())) return;
    history.replaceState(null, '', `#${view.id}`);
    show(view);
  });
}
addEventListener('hashchange', follow);
show(target()?.closest<HTMLElement>('.view') ?? views[0]);
target()?.scrollIntoView();
