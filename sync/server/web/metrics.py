"""Figures for IT, in Prometheus' words. They speak of routes, kinds and states, never of people."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from sync.protocol.wire import Result

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """One registry for one process; several processes on a host are scraped one by one."""

    def __init__(self, live_connections: Callable[[], int]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._requests = Counter(
            "kbdesk_requests",
            "Requests answered.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "kbdesk_request_seconds",
            "From the request's head to the last byte of its answer.",
            ("route",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._operations = Counter(
            "kbdesk_operations",
            "Operations answered, by what became of them.",
            ("status",),
            registry=self.registry,
        )
        self.events = Counter(
            "kbdesk_live_events",
            "Events sent to live connections, counted once an event.",
            ("event",),
            registry=self.registry,
        )
        self.dropped = Counter(
            "kbdesk_live_dropped", "Live connections closed for being slow.", registry=self.registry
        )
        self.database_errors = Counter(
            "kbdesk_database_errors",
            "Answers 503 because the storage did not answer.",
            registry=self.registry,
        )
        live = Gauge("kbdesk_live_connections", "Open live connections.", registry=self.registry)
        live.set_function(live_connections)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(route, method, status).inc()
        self._seconds.labels(route).observe(seconds)

    def operations(self, results: tuple[Result, ...]) -> None:
        for result in results:
            self._operations.labels(str(result.status)).inc()

    def text(self) -> bytes:
        return generate_latest(self.registry)
