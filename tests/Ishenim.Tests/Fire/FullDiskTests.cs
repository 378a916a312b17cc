using System.Net;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Fire;

/// <summary>A full disk under what is not a first letter: a writer's further message, an answer of the desk, and PostgreSQL.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Answer_DiskFull_WriterAndDeskAreToldNothingIsHalfAndBothMaySendAgain()
    {
        using var disk = SmallDisk.Mount();
        await using var database = await TestDatabase.StartInAsync(disk.Folder);
        var school = await TestSchool.OpenAsync(database);
        SqliteConnection.ClearAllPools();
        await using var program = FireProgram.Start(database);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        var (code, _) = (await DiskLetters.AcceptAsync(client, 1))[0];
        using var staff = await FireProgram.SignInAsync(client.BaseAddress, school.Responsible);
        var letter = await DiskLetters.OpenFirstAsync(staff);

        disk.Fill();
        var written = await WriteUntilRefusedAsync(client, code);
        await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, staff.Status);
        disk.MakeRoom();
        using (var again = await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", code), ("text", "Орун бар"))))
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        // The letter is another one than the desk was shown, where messages were accepted meanwhile: shown anew, it is answered.
        await staff.SubmitAsync(await staff.GetAsync(staff.Path), "form[action*=answer]", ("answer", "Жылытып беребиз."));

        Assert.Equal(HttpStatusCode.OK, staff.Status);
        var thread = await (await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", code)))).PageAsync();
        Assert.Equal([.. written, "Орун бар", "Жылытып беребиз."], thread.QuerySelectorAll(".thread .text").Skip(1).Select(text => text.TextContent.Trim()));
        Assert.Equal(0, await program.EndAsync());
        Assert.Equal(1, await LetterCheck.VerifyAsync(school));
        await LetterCheck.SweepAsync(school);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Post_DiskOfPostgresFull_Is503WithTextNothingHalfAndWorksWithRoom()
    {
        using var disk = SmallDisk.Mount(megabytes: 160);
        await using var postgres = await PostgresMachine.StartAsync(disk.Folder);
        await using var database = await TestDatabase.StartOnAsync(postgres.Connection);
        var school = await TestSchool.OpenAsync(database);
        await using var program = FireProgram.Start(database);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        var accepted = await DiskLetters.AcceptAsync(client, 3);

        disk.Fill();
        accepted.AddRange(await DiskLetters.AcceptUntilRefusedAsync(client));
        await DiskLetters.AssertRefusedAsync(client, "Дискте орун жок", null);
        disk.MakeRoom();
        accepted.AddRange(await DiskLetters.AcceptAsync(client, 3));

        Assert.Equal(0, await program.EndAsync());
        await LetterCheck.AllThereAsync(school, accepted);
    }

    /// <returns>What was accepted before.</returns>
    private static async Task<List<string>> WriteUntilRefusedAsync(HttpClient client, string code)
    {
        var written = new List<string>();
        while (true)
        {
            Assert.True(written.Count < 500, "Messages go on being accepted on a full disk.");
            var text = $"Толук дискке {written.Count}";
            using var answer = await client.PostAsync(new Uri("/answer", UriKind.Relative), TestForm.Pairs(("code", code), ("text", text)));
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await DiskLetters.AssertRefusedAsync(answer, text);
                return written;
            }
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            written.Add(text);
        }
    }
}
