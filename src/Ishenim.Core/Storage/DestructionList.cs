using System.Text.Json;
using System.Text.Json.Serialization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Consideration;
using Ishenim.Core.Appeals.Retention;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>A letter that was destroyed, with what its line of the register says of its end.</summary>
public sealed record DestroyedLine(Guid Appeal, AppealState State, DateOnly? AnsweredOn, DateOnly? ClosedOn, Outcome? Outcome);

/// <summary>A destruction that was carried out.</summary>
public sealed record DestructionEntry(Guid School, Guid Id, DateOnly PlannedOn, DateOnly Day, int Number, DateOnly? FinalOn, IReadOnlyList<DestroyedLine> Letters);

/// <summary>
/// <c>destroyed.json</c> beside the backups: what was destroyed since they were made. A restore destroys it again, so that an
/// old backup brings nothing back. It holds ids, days and outcomes, and nothing of a letter.
/// </summary>
public sealed record DestructionList(int Format, IReadOnlyList<DestructionEntry> Destructions)
{
    public const string FileName = "destroyed.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(BackupJson.Readable) { Converters = { new JsonStringEnumConverter() }, RespectRequiredConstructorParameters = true };

    public static DestructionList Empty { get; } = new(CurrentFormat, []);

    /// <summary>Where the list of a backup lies.</summary>
    public static string Beside(string backup) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(backup))!, FileName);

    /// <summary>Empty where there is none.</summary>
    /// <exception cref="BackupUnusableException">It is no such list, or a newer one.</exception>
    public static async Task<DestructionList> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return Empty;
        try
        {
            await using var file = File.OpenRead(path);
            var list = await JsonSerializer.DeserializeAsync<DestructionList>(file, Json, cancellation);
            return list is { Format: CurrentFormat } ? list : throw new BackupUnusableException($"{FileName} beside it has another format than this program reads");
        }
        catch (JsonException)
        {
            throw new BackupUnusableException($"{FileName} beside it cannot be read, and says what must not come back");
        }
    }

    /// <summary>All that was destroyed here, of every school.</summary>
    public static async Task<DestructionList> OfAsync(IshenimDb installation, CancellationToken cancellation)
    {
        var done = await installation.Set<Destruction>().IgnoreQueryFilters().AsNoTracking().Where(one => one.State == DestructionState.Done).ToListAsync(cancellation);
        var entries = new List<DestructionEntry>();
        foreach (var one in done)
        {
            var letters = await installation.Set<Appeal>().IgnoreQueryFilters().AsNoTracking().Where(appeal => appeal.School == one.School
                && installation.Set<DestructionItem>().IgnoreQueryFilters().Any(item => item.School == one.School && item.Destruction == one.Id && item.Appeal == appeal.Id))
                .Select(appeal => new { appeal.Id, appeal.Facts }).ToListAsync(cancellation);
            entries.Add(new DestructionEntry(one.School.Value, one.Id, one.PlannedOn, one.EndedOn!.Value, one.Number!.Value, one.FinalOn,
                letters.ConvertAll(letter => new DestroyedLine(letter.Id.Value, letter.Facts?.State ?? AppealState.Closed, letter.Facts?.AnsweredOn, letter.Facts?.ClosedOn, letter.Facts?.Outcome))));
        }
        return new DestructionList(CurrentFormat, entries);
    }

    /// <summary>What either names: a list never forgets, also where an older state was restored meanwhile.</summary>
    public DestructionList With(DestructionList other) =>
        this with { Destructions = [.. Destructions, .. other.Destructions.Where(one => !Destructions.Any(known => known.Id == one.Id))] };

    /// <summary>Writes it whole or not at all, readable by its owner only.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        var part = path + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(part, options))
        {
            await JsonSerializer.SerializeAsync(file, this, Json, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }
}
