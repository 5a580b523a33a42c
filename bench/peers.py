"""The peers of `npm run bench`: float64 training steps by numpy and PyTorch.

One long-lived process. Each line on standard input is a request in JSON, each line on standard output its answer.
All contenders take the same steps: gradient descent, or SGD with one point a step, on half the sum of squared
residuals of f(x) = sum_i a_i phi(<w_i, x> + b_i) + d. Arrays are allocated once and changed in place. The units may
be taken in blocks, so that what a block needs stays in the cache.
"""

import itertools
import json
import resource
import sys
import time

import numpy as np

try:
    import torch

    torch.set_default_dtype(torch.float64)
except ImportError:
    torch = None


class Problem:
    """Columns of X are the points, with a last row of ones; V holds (w, b) likewise, a column for each unit."""

    def __init__(self, request):
        n, inputs = request["width"], request["inputs"]
        numbers = np.fromfile(request["file"])
        w, b, a = np.split(numbers, [n * inputs, n * (inputs + 1)])
        self.V = np.vstack([w.reshape(n, inputs).T, b])
        self.a = a.copy()
        self.d = float(request["bias"])
        x = np.array(request["x"]).reshape(-1, inputs).T
        self.X = np.vstack([x, np.ones(x.shape[1])])
        self.y = np.array(request["y"])
        self.rate = request["rate"]
        self.smooth = request["activation"] == "tanh"
        self.order = request["order"]

    def blocks(self, size):
        n = len(self.a)
        size = n if size == 0 else min(size, n)
        parts = [slice(k, min(k + size, n)) for k in range(0, n, size)]
        return size, [self.V[:, part].copy() for part in parts], [self.a[part].copy() for part in parts]


def outputs_of(problem, V, a, d):
    Z = problem.X.T @ V
    return (np.tanh(Z) if problem.smooth else np.maximum(Z, 0)) @ a + d


def numpy_descent(problem, block):
    X, y, rate, smooth = problem.X, problem.y, problem.rate, problem.smooth
    D, M = X.shape
    size, Vs, As = problem.blocks(block)
    XT = X.T.copy()
    kept = [np.empty((M, V.shape[1])) for V in Vs]  # the derivative of relu; tanh itself
    Z, G, T, s = np.empty((M, size)), np.empty((D, size)), np.empty((D, size)), np.empty(size)
    f, r, R = np.zeros(M), np.empty(M), np.empty((D, M))
    d = problem.d

    def forward(V, a, k):
        nonlocal f
        if smooth:
            np.matmul(XT, V, out=k)
            np.tanh(k, out=k)
            f += k @ a
            return
        z = Z[:, : V.shape[1]]
        np.matmul(XT, V, out=z)
        np.greater(z, 0, out=k, casting="unsafe")
        np.multiply(z, k, out=z)
        f += z @ a

    f[:] = d
    for V, a, k in zip(Vs, As, kept):
        forward(V, a, k)

    def step():
        nonlocal d
        np.subtract(f, y, out=r)
        d -= rate * r.sum()
        f[:] = d
        np.multiply(X, r, out=R)
        for V, a, k in zip(Vs, As, kept):
            c = V.shape[1]
            g, t = G[:, :c], T[:, :c]
            if smooth:
                z, gain = Z[:, :c], s[:c]
                np.matmul(r, k, out=gain)
                np.multiply(k, k, out=z)
                np.subtract(1, z, out=z)
                np.matmul(R, z, out=g)
            else:  # relu(z) = relu'(z) z
                np.matmul(R, k, out=g)
                np.multiply(g, V, out=t)
                gain = t[0]
                for i in range(1, D):
                    gain += t[i]
            gain *= rate
            g *= a
            g *= rate
            V -= g
            a -= gain
            forward(V, a, k)

    return step, lambda: outputs_of(problem, np.hstack(Vs), np.concatenate(As), d)


def numpy_single_points(problem, _block):
    X, y, rate, order = problem.X, problem.y, problem.rate, problem.order
    V, a, d = problem.V.copy(), problem.a.copy(), problem.d
    D = len(V)
    z, t = np.empty_like(a), np.empty_like(a)
    points = [[float(v) for v in column] for column in X.T]
    drawn = itertools.cycle(order)

    def step():
        nonlocal d
        j = next(drawn)
        x = points[j]
        np.multiply(V[0], x[0], out=z)
        for i in range(1, D - 1):
            np.multiply(V[i], x[i], out=t)
            np.add(z, t, out=z)
        np.add(z, V[-1], out=z)
        np.maximum(z, 0, out=z)
        move = rate * (z @ a + d - y[j])
        d -= move
        np.sign(z, out=t)
        np.multiply(t, a, out=t)
        np.multiply(t, move, out=t)
        np.multiply(z, move, out=z)
        np.subtract(a, z, out=a)
        for i in range(D - 1):
            np.multiply(t, x[i], out=z)
            np.subtract(V[i], z, out=V[i])
        np.subtract(V[-1], t, out=V[-1])

    return step, lambda: outputs_of(problem, V, a, d)


def torch_descent(problem, block):
    X, y, rate, smooth = torch.from_numpy(problem.X), torch.from_numpy(problem.y), problem.rate, problem.smooth
    D, M = X.shape
    size, Vs, As = problem.blocks(block)
    Vs, As = [torch.from_numpy(V) for V in Vs], [torch.from_numpy(a) for a in As]
    columns = [X[i].clone()[:, None] for i in range(D)]
    kept = [torch.empty(M, V.shape[1]) for V in Vs]
    Z, G, T, s = torch.empty(M, size), torch.empty(D, size), torch.empty(D, size), torch.empty(size)
    f = torch.zeros(M)
    d = problem.d

    def forward(V, a, k):
        z = k if smooth else Z[:, : V.shape[1]]
        torch.addcmul(V[D - 1], V[0], columns[0], out=z)
        for i in range(1, D - 1):
            z.addcmul_(V[i], columns[i])
        if smooth:
            z.tanh_()
        else:
            z.relu_()
            torch.sign(z, out=k)
        f.addmv_(z, a)

    f.fill_(d)
    for V, a, k in zip(Vs, As, kept):
        forward(V, a, k)

    def step():
        nonlocal d
        r = f - y
        d -= rate * float(r.sum())
        f.fill_(d)
        R = (X * r)[:, :, None]
        for V, a, k in zip(Vs, As, kept):
            c = V.shape[1]
            z, g, gain = Z[:, :c], G[:, :c], s[:c]
            if smooth:
                torch.mv(k.t(), r, out=gain)
                k.mul_(k).neg_().add_(1)
            for i in range(D):
                torch.mul(k, R[i], out=z)
                torch.sum(z, 0, out=g[i])
            if not smooth:
                torch.mul(g, V, out=T[:, :c])
                torch.sum(T[:, :c], 0, out=gain)
            g.mul_(a)
            V.sub_(g, alpha=rate)
            a.sub_(gain, alpha=rate)
            forward(V, a, k)

    return step, lambda: outputs_of(problem, torch.cat(Vs, 1).numpy(), torch.cat(As).numpy(), d)


def torch_single_points(problem, _block):
    y, rate, order = problem.y, problem.rate, problem.order
    V, a, d = torch.from_numpy(problem.V.copy()), torch.from_numpy(problem.a.copy()), problem.d
    rows = list(V)
    z, t = torch.empty_like(a), torch.empty_like(a)
    points = [[float(v) for v in column] for column in problem.X.T]
    drawn = itertools.cycle(order)

    def step():
        nonlocal d
        j = next(drawn)
        x = points[j]
        torch.add(rows[-1], rows[0], alpha=x[0], out=z)
        for i in range(1, len(rows) - 1):
            z.add_(rows[i], alpha=x[i])
        z.relu_()
        move = rate * (float(torch.dot(z, a)) + d - y[j])
        d -= move
        torch.sign(z, out=t)
        t.mul_(a)
        a.sub_(z, alpha=move)
        for row, xi in zip(rows, x):
            row.sub_(t, alpha=move * xi)

    return step, lambda: outputs_of(problem, V.numpy(), a.numpy(), d)


def torch_autograd(problem, _block):
    rate, order = problem.rate, problem.order
    XT, y = torch.from_numpy(problem.X.T.copy()), torch.from_numpy(problem.y)
    V, a = torch.from_numpy(problem.V.copy()), torch.from_numpy(problem.a.copy())
    d = torch.tensor(problem.d)
    parameters = [each.requires_grad_() for each in (V, a, d)]
    phi = torch.tanh if problem.smooth else torch.relu
    drawn = itertools.cycle(order)

    def step():
        if order:
            j = next(drawn)
            r = phi(XT[j] @ V) @ a + d - y[j]
            loss = 0.5 * r * r
        else:
            r = phi(XT @ V) @ a + d - y
            loss = 0.5 * (r @ r)
        loss.backward()
        with torch.no_grad():
            for each in parameters:
                each.sub_(each.grad, alpha=rate)
                each.grad = None

    return step, lambda: outputs_of(problem, V.detach().numpy(), a.detach().numpy(), float(d))


def peak():
    """Of resident memory, in bytes. What getrusage says on Linux begins with the parent's."""
    try:
        with open("/proc/self/status") as status:
            return next(1024 * int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


MAKERS = {
    "numpy": lambda problem: numpy_single_points if problem.order else numpy_descent,
    "torch": lambda problem: torch_single_points if problem.order else torch_descent,
    "autograd": lambda problem: torch_autograd,
}


def main():
    problems, running = {}, {}

    def answer(request):
        what = request["do"]
        if what == "versions":
            return {"python": sys.version.split()[0], "numpy": np.__version__, "torch": torch and torch.__version__}
        if what == "memory":
            return {"bytes": peak()}
        if what == "problem":
            problems[request["case"]] = Problem(request)
            return {}
        key = (request["case"], request["method"], request["block"], request["threads"])
        if what == "start":
            problem = problems[request["case"]]
            running[key] = MAKERS[request["method"]](problem)(problem, request["block"])
            return {}
        step, outputs = running[key]
        if what == "outputs":
            return {"outputs": outputs().tolist()}
        if torch:
            torch.set_num_threads(request["threads"])
            torch.set_grad_enabled(request["method"] == "autograd")
        begin = time.perf_counter()
        for _ in range(request["steps"]):
            step()
        return {"seconds": time.perf_counter() - begin}

    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
