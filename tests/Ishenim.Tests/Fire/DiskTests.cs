using System.Net;
using Ishenim.Testing.Fire;
using Ishenim.Tests.Pages.Public;
using Microsoft.Data.Sqlite;

namespace Ishenim.Tests.Fire;

/// <summary>The disk is full, or the kernel lets nobody write to it any more.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task Post_DiskFull_Is503WithTextNothingHalfAndWorksWithRoom()
    {
        using var disk = SmallDisk.Mount();
        await using var database = await TestDatabase.StartInAsync(disk.Folder);
        var school = await TestSchool.OpenAsync(database);
        SqliteConnection.ClearAllPools();
        await using var program = FireProgram.Start(database);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        var accepted = await DiskLetters.AcceptAsync(client, 3);

        disk.Fill();
        await DiskLetters.AssertRefusedAsync(client, "Файлы менен", new byte[200_000]);
        accepted.AddRange(await DiskLetters.AcceptUntilRefusedAsync(client));
        await DiskLetters.AssertRefusedAsync(client, "Дискте орун жок", null);
        disk.MakeRoom();
        accepted.AddRange(await DiskLetters.AcceptAsync(client, 3));

        Assert.Equal(0, await program.EndAsync());
        await LetterCheck.AllThereAsync(school, accepted);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Post_DiskReadOnly_Is503WithTextAndAllIsThereOnceItIsMended()
    {
        using var disk = SmallDisk.Mount();
        await using var database = await TestDatabase.StartInAsync(disk.Folder);
        var school = await TestSchool.OpenAsync(database);
        SqliteConnection.ClearAllPools();
        List<(string Code, FireLetter Letter)> accepted;
        await using (var program = FireProgram.Start(database))
        {
            using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
            accepted = await DiskLetters.AcceptAsync(client, 3);
            using var staff = await FireProgram.SignInAsync(client.BaseAddress, school.Responsible);
            var letter = await DiskLetters.OpenFirstAsync(staff);
            disk.Break();
            await DiskLetters.AssertRefusedAsync(client, "Файлы менен", new byte[200_000]);
            await DiskLetters.AssertRefusedAsync(client, "Файлсыз", null);
            await DiskLetters.AssertMessageRefusedAsync(client, accepted[0].Code, "Дагы");
            await staff.SubmitAsync(letter, "form[action*=answer]", ("answer", "Жылытып беребиз."));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, staff.Status);
        }
        disk.Unmount();
        // As fsck does: a file system has to be put in order before it can be looked at, even read-only.
        Assert.True(disk.MountAgain("rw"));
        disk.Unmount();
        Assert.True(disk.MountAgain("ro"));
        await AssertDoesNotStartAsync(database);
        disk.Unmount();
        Assert.True(disk.MountAgain("rw"));
        await using (var program = FireProgram.Start(database))
        {
            using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
            accepted.AddRange(await DiskLetters.AcceptAsync(client, 3));
            await DiskLetters.AssertBothAnswerAsync(client, accepted[0].Code, school.Director);
        }

        await LetterCheck.AllThereAsync(school, accepted);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>The disk tells of a fault only once, and perhaps to a flush that nobody waits for.</summary>
    [Fact]
    public async Task Post_DiskBreaksAmidAFile_Is503WithTextAndTheFileIsNotTaken()
    {
        using var disk = SmallDisk.Mount();
        await using var database = await TestDatabase.StartInAsync(disk.Folder);
        await TestSchool.OpenAsync(database);
        SqliteConnection.ClearAllPools();
        await using var program = FireProgram.Start(database);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        using var file = new Breaking(new byte[9_000_000], at: 6_000_000, disk.Break);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "files", "film.bin" }, { new StringContent("Жарымында"), "text" } };

        using var answer = await client.PostAsync(new Uri("/write", UriKind.Relative), form);

        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#errors a[href='#files']"));
        Assert.Equal("Жарымында", page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        SqliteConnection.ClearAllPools();
    }

    private static async Task AssertDoesNotStartAsync(TestDatabase database)
    {
        await using var program = FireProgram.Start(database);
        await Assert.ThrowsAsync<InvalidOperationException>(program.AddressAsync);
        for (var tries = 0; !program.Said.Contains('\n', StringComparison.Ordinal) && tries < 100; tries++)
            await Task.Delay(50);
        Assert.Contains("the setting data takes a folder", program.Said, StringComparison.Ordinal);
        Assert.Single(program.Said.Trim().Split('\n'));
    }

    /// <summary>Bytes of which something happens once they are read so far.</summary>
    private sealed class Breaking(byte[] bytes, long at, Action happens) : MemoryStream(bytes)
    {
        private bool _happened;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= at && !_happened)
            {
                _happened = true;
                happens();
            }
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
