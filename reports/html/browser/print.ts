// On paper, what is folded away is unfolded, and formulas that were on no screen yet have their fonts.
for (const font of document.fonts) void font.load();

let folded: HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details')].filter((each) => !each.open);
  for (const each of folded) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of folded) each.open = false;
});
