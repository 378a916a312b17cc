using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;

namespace Ishenim.Pages.Public.Forms;

/// <summary>One form while it is read.</summary>
internal sealed class FormReading(StagedFiles staged, School school, FormLimits limits, bool takeFiles, KeyClass files, CancellationToken cancellation)
{
    private readonly LetterDraft _fresh = LetterDraft.New();
    private readonly List<StagedFile> _new = [];
    private LetterDraft? _carried;
    private LetterDraft? _sealedFor;

    public PostedForm Form { get; } = new();

    public FormLimits Limits => limits;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What a writer types at length, never cut without being told.</summary>
    private static bool IsLong(string name) => name is "text" or "why";

    public async Task TakeFieldAsync(string name, Stream body)
    {
        var most = IsLong(name) ? limits.TextBytes : FormLimits.FieldBytes;
        var bytes = await ReadUpToAsync(body, most + 1, cancellation);
        if (IsLong(name) && bytes.Length > most)
            Form.Cut += await CountRestAsync(body);
        Take(name, bytes);
    }

    public void Take(string name, byte[] bytes)
    {
        if (Form.Count >= FormLimits.Sections)
            throw new InvalidDataException("The form has too many fields.");
        var kept = FieldText.Whole(bytes, IsLong(name) ? limits.TextBytes : FormLimits.FieldBytes);
        var readable = FieldText.Decode(kept, out var text);
        if (IsLong(name) && kept.Length < bytes.Length)
        {
            FieldText.Decode(bytes.AsSpan(kept.Length), out var rest);
            Form.Cut += FieldText.Characters(rest);
        }
        Form.Add(name, text, readable);
        if (name == "draft" && LetterDraft.TryParse(text, out var draft))
            _carried = draft;
    }

    public async Task TakeFileAsync(string name, string fileName, Stream body)
    {
        var content = new FileBody(body, limits.FileBytes);
        // A browser sends an empty file where none was chosen.
        if (name != "files" || !await content.AnyAsync(cancellation))
            return;
        if (!takeFiles)
        {
            Form.Faults |= FileFaults.NotTaken;
            return;
        }
        if (_new.Count + Kept().Except(Removed()).Count() >= limits.Files)
        {
            Form.Faults |= FileFaults.TooMany;
            return;
        }
        _sealedFor ??= _carried ?? _fresh;
        try
        {
            _new.Add(await staged.StageAsync(content, fileName, _sealedFor.FileSeal(school.Id, files), cancellation));
        }
        catch (FileTooBigException)
        {
            Form.Faults |= FileFaults.TooBig;
        }
        // The rest is still read, so that nothing typed is lost.
        catch (Exception fault) when (StorageFaults.Of(fault) is not null)
        {
            Form.Faults |= FileFaults.NotKept;
        }
    }

    /// <summary>Brings together what this form staged and what earlier ones did, under one draft.</summary>
    /// <param name="lost">The connection broke: nobody is there to send the rest, and what came of it goes.</param>
    public async Task FinishAsync(bool lost)
    {
        Form.Draft = _carried ?? _fresh;
        if (_carried is not null && _sealedFor != _fresh)
            _fresh.Dispose();
        if (lost)
        {
            foreach (var file in _new)
                await staged.DropAsync(file.Id);
            return;
        }
        IReadOnlyList<StagedFile> added = _new;
        if (_sealedFor is not null && _sealedFor != Form.Draft)
            added = await staged.ResealAsync(_new, _sealedFor.FileSeal(school.Id, files), Form.Draft.FileSeal(school.Id, files), cancellation);
        Form.Files = [.. await KeptAsync(), .. added];
        if (Form.Files.Count > limits.Files)
            Form.Faults |= FileFaults.TooMany;
    }

    public static async Task<byte[]> ReadUpToAsync(Stream body, int most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[Math.Min(most, 16 * 1024)];
        while (bytes.Length < most)
        {
            var read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - bytes.Length)), cancellation);
            if (read == 0)
                break;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private async Task<List<StagedFile>> KeptAsync()
    {
        var kept = new List<StagedFile>();
        foreach (var id in Kept().Take(limits.Files))
        {
            var file = await staged.FindAsync(id, Form.Draft.FileSeal(school.Id, files), cancellation);
            if (file is null)
                Form.Faults |= FileFaults.Broken;
            else if (Removed().Contains(id))
                await staged.DropAsync(file.Id);
            else
                kept.Add(file);
        }
        return kept;
    }

    private IEnumerable<Guid> Kept() => Ids("kept");

    private IEnumerable<Guid> Removed() => Ids("remove");

    /// <summary>Each file once, however its name is written.</summary>
    private IEnumerable<Guid> Ids(string field) => Form.All(field)
        .Select(typed => Guid.TryParseExact(typed, "N", out var id) ? id : Guid.Empty).Distinct();

    private async Task<int> CountRestAsync(Stream body)
    {
        // Every character but the first byte of each is a continuation in UTF-8.
        var (count, buffer) = (0, new byte[16 * 1024]);
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
            count += buffer.AsSpan(0, read).ToArray().Count(one => (one & 0xC0) != 0x80);
        return count;
    }
}
