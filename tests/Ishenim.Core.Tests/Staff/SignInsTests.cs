using System.Diagnostics;
using Ishenim.Core.Staff;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Tests.Staff;

public sealed class SignInsTests
{
    private static readonly Argon Slow = new(3, 32 * 1024 * 1024);

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
        var attempt = Attempt(person.Login, person.Passphrase, person.NextCode(school.Time));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => signIns.TryAsync(school.School, attempt)));

        Assert.Single(outcomes, outcome => outcome.Session is not null);
    }

    /// <summary>The least of several tries, so that a busy machine does not decide; without the stretching it would be a hundredth.</summary>
    [Fact]
    public async Task TryAsync_UnknownLogin_TakesAsLongAsAWrongPassphrase()
    {
        await using var database = await TestDatabase.StartAsync(DatabaseKind.Sqlite);
        var school = await TestSchool.OpenAsync(database);
        var person = school.Director;
        var row = StaffLock.Create(person.Passphrase, person.Keys, person.OtpSecret, Slow, school.Id.Value, person.Id.Value);
        await using (var db = database.Open(school.Id))
        {
            (await db.Set<Account>().SingleAsync(account => account.Person == person.Id)).SetLock(row);
            await db.SaveChangesAsync();
        }
        using var queue = StretchQueue.OfThisMachine();
        var signIns = new SignIns(database.Gate, queue, new SignInThrottle(school.Time), Slow, school.Time);

        var wrong = await LeastAsync(() => signIns.TryAsync(school.School, Attempt(person.Login, "туура эмес сүйлөм", "123456")));
        var unknown = await LeastAsync(() => signIns.TryAsync(school.School, Attempt("nobody", "туура эмес сүйлөм", "123456")));

        Assert.InRange(unknown / wrong, 0.4, 2.5);
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

    private static async Task<double> LeastAsync(Func<Task> work)
    {
        var least = double.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
        }
        return least;
    }

    private static SignInAttempt Attempt(string login, string passphrase, string otp) =>
        new() { Login = login, Passphrase = passphrase, Otp = otp, Network = "test", DeviceToken = null, Device = "?" };
}
