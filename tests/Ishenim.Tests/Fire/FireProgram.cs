using Ishenim.Sealing;

namespace Ishenim.Tests.Fire;

/// <summary>The real program over a test's school, without any measure against floods.</summary>
internal static class FireProgram
{
    public static async Task<(Uri Address, IAsyncDisposable Process)> ServeAsync(TestDatabase database)
    {
        var program = Start(database);
        return (await program.AddressAsync(), program);
    }

    /// <summary>The program's clock is the machine's.</summary>
    public static async Task<StaffClient> SignInAsync(Uri address, TestPerson person)
    {
        var staff = new StaffClient(address.GetLeftPart(UriPartial.Authority));
        await staff.SubmitAsync(await staff.GetAsync("/desk/login"), "form[data-login]",
            ("login", person.Login), ("passphrase", person.Passphrase), ("otp", Totp.At(person.OtpSecret, TimeProvider.System.GetUtcNow())));
        Assert.Equal("/desk", staff.Path);
        return staff;
    }

    public static RunningProgram Start(TestDatabase database) => StartCommand(database, RunningProgram.Executable);

    /// <summary>As the command runs it, which ends with <see cref="RunningProgram.Executable"/>.</summary>
    public static RunningProgram StartCommand(TestDatabase database, params string[] command)
    {
        var variables = new Dictionary<string, string>
        {
            ["ISHENIM_CODES_AHEAD"] = "16", ["ISHENIM_WRITERS_PER_NETWORK"] = "1000000", ["ISHENIM_WRITERS_IN_ALL"] = "1000000",
        };
        if (database.Settings.Postgres is { } postgres)
            variables["ISHENIM_POSTGRES"] = postgres;
        return RunningProgram.StartCommand(Path.GetTempPath(), variables, [.. command, "serve", "--data", database.Folder, "--port", "0"]);
    }
}
