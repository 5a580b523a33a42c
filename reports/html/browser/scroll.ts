// What is wider than the window can be scrolled by keyboard; what is not is no stop on the way.
const frames = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const frame of document.querySelectorAll('.scroll')) frames.observe(frame);
