// What is folded away is unfolded on paper.
let folded: HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details')].filter((each) => !each.open);
  for (const each of folded) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of folded) each.open = false;
});
