/**
 * What a run may rest on, in BibTeX: the paper, other literature, packages that compute, and this software. Literature
 * is cited where its first author and year stand in the text of a claim or in the comments of the code below it, a
 * package where that code imports it. Fields that are not certain are left out; versions are those of package.json.
 */
export const BIBLIOGRAPHY = String.raw`
@article{jin-montufar-2023,
  author  = {Jin, Hui and Mont{\'u}far, Guido},
  title   = {Implicit Bias of Gradient Descent for Mean Squared Error Regression with Two-Layer Wide Neural Networks},
  journal = {Journal of Machine Learning Research},
  volume  = {24},
  number  = {137},
  pages   = {1--97},
  year    = {2023},
  url     = {https://jmlr.org/papers/v24/21-0832.html}
}

@software{theorem-check,
  author  = {{The theorem-check authors}},
  title   = {theorem-check: a symbolic-numeric verification suite for theories of implicit bias of wide two-layer networks},
  version = {0.1.0},
  year    = {2026}
}

@inproceedings{lee-2019,
  author    = {Lee, Jaehoon and Xiao, Lechao and Schoenholz, Samuel S. and Bahri, Yasaman and Novak, Roman and Sohl-Dickstein, Jascha and Pennington, Jeffrey},
  title     = {Wide Neural Networks of Any Depth Evolve as Linear Models Under Gradient Descent},
  booktitle = {Advances in Neural Information Processing Systems},
  volume    = {32},
  year      = {2019}
}

@misc{lai-2023,
  author = {Lai, Jianfa and Xu, Manyun and Chen, Rui and Lin, Qian},
  title  = {Generalization Ability of Wide Neural Networks on {$\mathbb{R}$}},
  eprint = {2302.05933},
  archiveprefix = {arXiv},
  year   = {2023}
}

@inproceedings{cho-saul-2009,
  author    = {Cho, Youngmin and Saul, Lawrence K.},
  title     = {Kernel Methods for Deep Learning},
  booktitle = {Advances in Neural Information Processing Systems},
  volume    = {22},
  year      = {2009}
}

@article{hall-meyer-1976,
  author  = {Hall, Charles A. and Meyer, W. Weston},
  title   = {Optimal Error Bounds for Cubic Spline Interpolation},
  journal = {Journal of Approximation Theory},
  volume  = {16},
  number  = {2},
  pages   = {105--122},
  year    = {1976}
}

@article{stone-1982,
  author  = {Stone, Charles J.},
  title   = {Optimal Global Rates of Convergence for Nonparametric Regression},
  journal = {The Annals of Statistics},
  volume  = {10},
  number  = {4},
  pages   = {1040--1053},
  year    = {1982}
}

@article{wang-du-shen-2013,
  author  = {Wang, Xiao and Du, Pang and Shen, Jinglai},
  title   = {Smoothing Splines with Varying Smoothing Parameter},
  journal = {Biometrika},
  volume  = {100},
  number  = {4},
  pages   = {955--970},
  year    = {2013}
}

@article{holm-1979,
  author  = {Holm, Sture},
  title   = {A Simple Sequentially Rejective Multiple Test Procedure},
  journal = {Scandinavian Journal of Statistics},
  volume  = {6},
  number  = {2},
  pages   = {65--70},
  year    = {1979}
}

@article{shaffer-1980,
  author  = {Shaffer, Juliet Popper},
  title   = {Control of Directional Errors with Stagewise Multiple Test Procedures},
  journal = {The Annals of Statistics},
  volume  = {8},
  number  = {6},
  pages   = {1342--1347},
  year    = {1980}
}

@article{mackinnon-white-1985,
  author  = {MacKinnon, James G. and White, Halbert},
  title   = {Some Heteroskedasticity-Consistent Covariance Matrix Estimators with Improved Finite Sample Properties},
  journal = {Journal of Econometrics},
  volume  = {29},
  number  = {3},
  pages   = {305--325},
  year    = {1985}
}

@article{goldfarb-idnani-1983,
  author  = {Goldfarb, Donald and Idnani, Ashok},
  title   = {A Numerically Stable Dual Method for Solving Strictly Convex Quadratic Programs},
  journal = {Mathematical Programming},
  volume  = {27},
  number  = {1},
  pages   = {1--33},
  year    = {1983}
}

@article{schwartz-1980,
  author  = {Schwartz, Jacob T.},
  title   = {Fast Probabilistic Algorithms for Verification of Polynomial Identities},
  journal = {Journal of the ACM},
  volume  = {27},
  number  = {4},
  pages   = {701--717},
  year    = {1980}
}

@inproceedings{zippel-1979,
  author    = {Zippel, Richard},
  title     = {Probabilistic Algorithms for Sparse Polynomials},
  booktitle = {Symbolic and Algebraic Computation (EUROSAM '79)},
  series    = {Lecture Notes in Computer Science},
  volume    = {72},
  pages     = {216--226},
  year      = {1979}
}

@book{piessens-1983,
  author    = {Piessens, Robert and de Doncker-Kapenga, Elise and {\"U}berhuber, Christoph W. and Kahaner, David K.},
  title     = {{QUADPACK}: A Subroutine Package for Automatic Integration},
  publisher = {Springer},
  year      = {1983}
}

@article{duff-2017,
  author  = {Duff, Tom and Burgess, James and Christensen, Per and Hery, Christophe and Kensler, Andrew and Liani, Max and Villemin, Ryusuke},
  title   = {Building an Orthonormal Basis, Revisited},
  journal = {Journal of Computer Graphics Techniques},
  volume  = {6},
  number  = {1},
  pages   = {1--8},
  year    = {2017},
  url     = {https://jcgt.org/published/0006/01/01/}
}

@software{nerdamer,
  author  = {Donk, Martin},
  title   = {nerdamer},
  version = {1.1.13},
  url     = {https://github.com/jiggzson/nerdamer}
}

@software{algebrite,
  author  = {Della Casa, Davide},
  title   = {algebrite},
  version = {1.4.0},
  url     = {https://github.com/davidedc/Algebrite}
}

@software{decimal.js,
  author  = {Mclaughlin, Michael},
  title   = {decimal.js},
  version = {10.6.0},
  url     = {https://github.com/MikeMcl/decimal.js}
}

@software{ml-matrix,
  author  = {Zasso, Micha{\"e}l},
  title   = {ml-matrix},
  version = {6.15.1},
  url     = {https://github.com/mljs/matrix}
}

@software{quadprog-js,
  author  = {Santini, Alberto},
  title   = {quadprog-js},
  version = {0.1.3},
  url     = {https://github.com/erikbrinkman/node-quadprog}
}

@software{jstat,
  author  = {Norris, Trevor},
  title   = {jstat},
  version = {1.9.6},
  url     = {https://github.com/jstat/jstat}
}

@software{pure-rand,
  author  = {Dubien, Nicolas},
  title   = {pure-rand},
  version = {8.4.2},
  url     = {https://github.com/dubzzz/pure-rand}
}

@software{observable-plot,
  author  = {{Observable, Inc.}},
  title   = {@observablehq/plot},
  version = {0.6.17},
  url     = {https://github.com/observablehq/plot}
}

@software{linkedom,
  author  = {Giammarchi, Andrea},
  title   = {linkedom},
  version = {0.18.15},
  url     = {https://github.com/WebReflection/linkedom}
}
`;
