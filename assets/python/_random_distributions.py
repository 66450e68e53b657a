"""Distributions over a source of uniform numbers. Each draws the same uniform numbers in the same order as CPython's
random, and computes in the same order, so that every digit agrees."""
import math

_TURN = 2.0 * math.pi
_NORMAL_WIDTH = 4 * math.exp(-0.5) / math.sqrt(2.0)
_LOG_4 = math.log(4.0)
_GAMMA_SQUEEZE = 1.0 + math.log(4.5)


class Distributions:
    """What can be made of self.random(), a number from 0.0 to below 1.0."""

    gauss_next = None          # the second of a pair of normal numbers, until it is asked for

    def _positive(self):
        "Uniform above 0.0, up to 1.0: fit for a logarithm."
        return 1.0 - self.random()

    def uniform(self, a, b):
        """Get a random number in the range [a, b) or [a, b] depending on rounding."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Triangular distribution: most likely at mode, impossible below low and above high."""
        chance = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if chance > peak:      # the right side is the left side of the mirror image
            low, high, chance, peak = high, low, 1.0 - chance, 1.0 - peak
        return low + (high - low) * math.sqrt(chance * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution, by the ratio of two uniform numbers (Kinderman and Monahan)."""
        accepted = False
        while not accepted:
            across = self.random()
            height = self._positive()
            ratio = _NORMAL_WIDTH * (across - 0.5) / height
            accepted = ratio * ratio / 4.0 <= -math.log(height)
        return mu + ratio * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Gaussian distribution: pairs, as a point at a random angle and distance (Box and Muller)."""
        kept, self.gauss_next = self.gauss_next, None
        if kept is None:
            angle = self.random() * _TURN
            distance = math.sqrt(-2.0 * math.log(self._positive()))
            kept, self.gauss_next = math.cos(angle) * distance, math.sin(angle) * distance
        return mu + kept * sigma

    def lognormvariate(self, mu, sigma):
        """Log normal distribution: its logarithm is normal."""
        return math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """Exponential distribution with a mean of 1 / lambd."""
        return -math.log(self._positive()) / lambd

    def paretovariate(self, alpha):
        """Pareto distribution.  alpha is the shape parameter."""
        return self._positive() ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution.  alpha is the scale, beta the shape."""
        return alpha * (-math.log(self._positive())) ** (1.0 / beta)

    def betavariate(self, alpha, beta):
        """Beta distribution: the share that one gamma number has of two."""
        part = self.gammavariate(alpha, 1.0)
        if not part:
            return 0.0
        return part / (part + self.gammavariate(beta, 1.0))

    def gammavariate(self, alpha, beta):
        """Gamma distribution.  Not the gamma function!"""
        if min(alpha, beta) <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -math.log(self._positive()) * beta
        draw = self._gamma_above_one if alpha > 1.0 else self._gamma_below_one
        return draw(alpha) * beta

    def _gamma_above_one(self, shape):
        "Cheng's rejection with a log-logistic envelope."
        spread = math.sqrt(2.0 * shape - 1.0)
        offset, slope = shape - _LOG_4, shape + spread
        while True:
            u = self.random()
            if u <= 1e-7 or u >= 0.9999999:
                continue
            height = self._positive()
            logit = math.log(u / (1.0 - u)) / spread
            proposal = shape * math.exp(logit)
            level = u * u * height
            margin = offset + slope * logit - proposal
            if margin + _GAMMA_SQUEEZE - 4.5 * level >= 0.0 or margin >= math.log(level):
                return proposal

    def _gamma_below_one(self, shape):
        "Ahrens and Dieter's rejection: a power near 0, an exponential beyond 1."
        total = (math.e + shape) / math.e
        while True:
            place = total * self.random()
            if place <= 1.0:
                proposal = place ** (1.0 / shape)
                accepted = self.random() <= math.exp(-proposal)
            else:
                proposal = -math.log((total - place) / shape)
                accepted = self.random() <= proposal ** (shape - 1.0)
            if accepted:
                return proposal

    def vonmisesvariate(self, mu, kappa):
        """Circular data distribution: an angle near mu, the nearer the larger kappa (Best and Fisher)."""
        if kappa <= 1e-6:
            return _TURN * self.random()
        half = 0.5 / kappa
        reach = half + math.sqrt(1.0 + half * half)
        accepted = False
        while not accepted:
            cosine = math.cos(math.pi * self.random())
            share = cosine / (reach + cosine)
            chance = self.random()
            accepted = chance < 1.0 - share * share or chance <= (1.0 - share) * math.exp(share)
        inverse = 1.0 / reach
        away = math.acos((inverse + cosine) / (1.0 + inverse * cosine))
        return (mu + away if self.random() > 0.5 else mu - away) % _TURN


for _name, _method in vars(Distributions).items():     # as messages name them
    if callable(_method):
        _method.__qualname__ = 'Random.' + _name
