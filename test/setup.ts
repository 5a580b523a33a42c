import fc from 'fast-check';

// Property tests repeat exactly, as everything here does; FC_SEED=n tries other inputs.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_230_137) });
