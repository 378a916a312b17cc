using Ishenim.Core.Staff;

namespace Ishenim.Core.Tests.Staff;

public sealed class SignInThrottleTests
{
    private readonly StoppedClock _clock = new();

    [Fact]
    public void Failed_EachTimeBeyondTheFreeTries_DoublesTheWaitUpToTheLongest()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 1; i < SignInThrottle.FreeTries; i++)
            throttle.Failed("login", SignInThrottle.FreeTries);
        Assert.Null(throttle.WaitOf("login"));

        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            throttle.Failed("login", SignInThrottle.FreeTries);
            waits.Add(throttle.WaitOf("login")!.Value.TotalSeconds);
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900, 900], waits);
    }

    [Fact]
    public void WaitOf_OtherKeyOrAfterTheWait_IsNull()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < SignInThrottle.FreeTries; i++)
            throttle.Failed("login", SignInThrottle.FreeTries);

        Assert.Null(throttle.WaitOf("another"));
        Assert.NotNull(throttle.WaitOf("login"));
        _clock.Pass(SignInThrottle.FirstWait);
        Assert.Null(throttle.WaitOf("login"));
    }

    [Fact]
    public void Succeeded_AfterFailures_ForgetsThem()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 1; i < SignInThrottle.FreeTries; i++)
            throttle.Failed("login", SignInThrottle.FreeTries);
        throttle.Succeeded("login");

        throttle.Failed("login", SignInThrottle.FreeTries);

        Assert.Null(throttle.WaitOf("login"));
    }

    [Fact]
    public void Failed_FloodOfInventedLogins_KeepsThoseWhoWaitLongest()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < SignInThrottle.FreeTries; i++)
            throttle.Failed("guessed", SignInThrottle.FreeTries);

        for (var i = 0; i < 60_000; i++)
            throttle.Failed($"invented {i}", SignInThrottle.FreeTries);

        Assert.NotNull(throttle.WaitOf("guessed"));
    }
}
