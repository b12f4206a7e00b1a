"""A second auditor, which shares nothing with the first but the words.

Reads cases as JSON from standard input, one on each line, and writes for each the verdict and the
groups about which something can be found out. Small sets are told by ranks, answers by the least and
the most that whole-number programs (HiGHS) allow; there is no example and no short cut.
"""

import itertools
import json
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

SMALL = 10


def weights(fact, values):
    """What each value adds to the sum that a fact is about."""
    if fact["kind"] == "mean":
        return np.array(values, dtype=float)
    inside = [fact["from"] - 1e-9 <= value <= fact["to"] + 1e-9 for value in values]
    return np.array(inside, dtype=float)


class Table:
    """One question: groups, and facts as bounds on sums of whole numbers."""

    def __init__(self, case):
        self.k = case["min_group"]
        self.values = case["values"]
        self.people = case["people"]
        self.rows = []
        for fact in case["facts"]:
            weight = weights(fact, self.values)
            if weight.min() == weight.max():
                continue
            n = sum(self.people[group] for group in fact["groups"])
            low = np.ceil(fact["low"] * n - 1e-7)
            high = np.floor(fact["high"] * n + 1e-7)
            self.rows.append((fact["groups"], weight, low, high))

    def programs(self):
        """Constraints over how many of each group gave each value."""
        groups, levels = len(self.people), len(self.values)
        lines, lows, highs = [], [], []
        for group in range(groups):
            line = np.zeros((groups, levels))
            line[group] = 1
            lines.append(line.ravel())
            lows.append(self.people[group])
            highs.append(self.people[group])
        for members, weight, low, high in self.rows:
            line = np.zeros((groups, levels))
            line[members] = weight
            lines.append(line.ravel())
            lows.append(low)
            highs.append(high)
        return LinearConstraint(np.array(lines), lows, highs)

    def extremes(self, constraints, group, weight):
        """The least and the most that a sum over a group can be."""
        groups, levels = len(self.people), len(self.values)
        objective = np.zeros((groups, levels))
        objective[group] = weight
        bounds = Bounds(0, np.repeat(self.people, levels))
        found = []
        for sign in (1, -1):
            result = milp(
                sign * objective.ravel(),
                constraints=constraints,
                bounds=bounds,
                integrality=np.ones(groups * levels),
            )
            if not result.success:
                raise ValueError(result.message)
            found.append(round(sign * result.fun))
        return found

    def small_sets(self):
        """Groups that some combination of known sums of one kind singles out."""
        found = set()
        kinds = {tuple(weight) for _, weight, _, _ in self.rows}
        filled = [group for group, n in enumerate(self.people) if n > 0]
        small = [group for group in filled if self.people[group] < self.k]
        for kind in kinds:
            known = [
                [float(group in members) for group in filled]
                for members, weight, low, high in self.rows
                if low == high and tuple(weight) == kind
            ]
            if not known:
                continue
            matrix = np.array(known)
            for size in range(1, len(small) + 1):
                for chosen in itertools.combinations(small, size):
                    if sum(self.people[group] for group in chosen) >= self.k:
                        continue
                    rest = [at for at, group in enumerate(filled) if group not in chosen]
                    outside = np.linalg.matrix_rank(matrix[:, rest]) if rest else 0
                    if np.linalg.matrix_rank(matrix) > outside:
                        found.update(self.touched(matrix, filled, chosen))
        return found

    @staticmethod
    def touched(matrix, filled, chosen):
        """Of some groups, those that a combination about nobody else touches."""
        columns = {group: matrix[:, at] for at, group in enumerate(filled)}
        rest = [columns[group] for group in filled if group not in chosen]
        base = np.array(rest).T if rest else np.zeros((len(matrix), 1))
        rank = np.linalg.matrix_rank(base)
        for group in chosen:
            wider = np.column_stack([base, columns[group]])
            if np.linalg.matrix_rank(wider) > rank:
                yield group

    def answers(self):
        """Groups of which an answer, a side or an exact number can be proven."""
        found = set()
        constraints = self.programs()
        levels = len(self.values)
        middle = (self.values[0] + self.values[-1]) / 2
        sides = [
            [level for level in range(levels) if self.values[level] < middle],
            [level for level in range(levels) if self.values[level] > middle],
        ]
        for group, n in enumerate(self.people):
            if not 0 < n < SMALL:
                continue
            for level in range(levels):
                least, most = self.extremes(constraints, group, np.eye(levels)[level])
                is_exact = least == most and least > 0
                if is_exact or (n < self.k and least > 0):
                    found.add(group)
            for side in sides:
                weight = np.isin(np.arange(levels), side).astype(float)
                if self.extremes(constraints, group, weight)[0] == n:
                    found.add(group)
            if n < self.k:
                least, most = self.extremes(constraints, group, np.array(self.values))
                if least == most:
                    found.add(group)
        return found


def main():
    for line in sys.stdin:
        table = Table(json.loads(line))
        groups = sorted(table.small_sets() | table.answers())
        print(json.dumps({"safe": not groups, "groups": groups}), flush=True)


if __name__ == "__main__":
    main()
