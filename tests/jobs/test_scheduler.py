"""The scheduler only wakes: few jobs, each under a stable name, a late wake-up still one."""

from apscheduler.triggers.interval import IntervalTrigger

from jobs.scheduler import TICK, WAKE, build_scheduler


async def tick() -> None:
    """Nothing to do."""


async def wake() -> None:
    """Nothing to do."""


def test_every_job_there_is():
    scheduler = build_scheduler(tick, wake)

    jobs = [(job.id, job.func) for job in scheduler.get_jobs()]
    assert jobs == [("tick", tick), ("wake", wake)]
    for job, every in zip(scheduler.get_jobs(), (TICK, WAKE), strict=True):
        assert isinstance(job.trigger, IntervalTrigger)
        assert job.trigger.interval == every
        assert (job.coalesce, job.max_instances) == (True, 1)
        assert job.misfire_grace_time == every.total_seconds()
