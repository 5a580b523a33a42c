/** Imported for their side effect: they teach nerdamer algebra and calculus. */
declare module 'nerdamer/Algebra.js';
declare module 'nerdamer/Calculus.js';
