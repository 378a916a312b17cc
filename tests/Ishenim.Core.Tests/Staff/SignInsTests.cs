using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Staff;

public sealed class SignInsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TryAsync_OneCodeTwiceAtOnce_OpensOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.StartAsync(kind);
        var school = await TestSchool.OpenAsync(database);
        using var queue = StretchQueue.OfThisMachine();
        var signIns = new SignIns(database.Gate, queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time);
        var person = school.Director;
        // All of them are to be stretching while the first is let in.
        await using (var db = database.Open(school.Id))
        {
            var account = await db.Set<Account>().SingleAsync(one => one.Person == person.Id);
            account.SetLock(StaffLock.Create(person.Passphrase, person.Keys, person.OtpSecret, new Argon(1, 8 * 1024 * 1024), school.Id.Value, person.Id.Value));
            await db.SaveChangesAsync();
        }
        var attempt = Attempt(person.Login, person.Passphrase, person.NextCode(school.Time));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => signIns.TryAsync(school.School, attempt)));

        Assert.Single(outcomes, outcome => outcome.Session is not null);
    }

    [Fact]
    public async Task TryAsync_UnknownLogin_WaitsAndIsAnsweredAsAWrongPassphrase()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        using var queue = new StretchQueue(jobs: 1, waiting: 0);
        using var done = new ManualResetEventSlim();
        var signIns = new SignIns(database.Gate, queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time);
        var wrong = Attempt(school.Director.Login, "туура эмес сүйлөм", "123456");
        var unknown = wrong with { Login = "nobody" };

        var busy = queue.RunAsync(() => done.Wait(TimeSpan.FromMinutes(1)));
        await Assert.ThrowsAsync<StretchQueueFull>(() => signIns.TryAsync(school.School, wrong));
        await Assert.ThrowsAsync<StretchQueueFull>(() => signIns.TryAsync(school.School, unknown));
        done.Set();
        await busy;

        Assert.Equal(await signIns.TryAsync(school.School, wrong), await signIns.TryAsync(school.School, unknown));
    }

    [Fact]
    public async Task TryAsync_PersonWhoLeft_IsRefused()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var person = school.Chair;
        await using (var db = database.Open(school.Id))
            await db.Set<Person>().Where(one => one.Id == person.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LeftOn, school.Clock.Today));
        using var queue = StretchQueue.OfThisMachine();
        var signIns = new SignIns(database.Gate, queue, new SignInThrottle(school.Time), TestSchool.Quick, school.Time);

        Assert.Null((await signIns.TryAsync(school.School, Attempt(person.Login, person.Passphrase, person.NextCode(school.Time)))).Session);
    }

    private static SignInAttempt Attempt(string login, string passphrase, string otp) =>
        new() { Login = login, Passphrase = passphrase, Otp = otp, Network = "test", DeviceToken = null, Device = "?" };
}
