using System.Text.Encodings.Web;
using System.Text.Json;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;

namespace Ishenim.Pages.Public.Forms;

/// <summary>What became of the files that a form brought.</summary>
[Flags]
public enum FileFaults
{
    None = 0,
    TooBig = 1,
    TooMany = 2,

    /// <summary>The form broke off, or a file kept by an earlier post is gone.</summary>
    Broken = 4,

    /// <summary>The flood was too high to take them.</summary>
    NotTaken = 8,

    /// <summary>A file came whole, but we cannot keep it now: the disk's fault, not the writer's.</summary>
    NotKept = 16,
}

/// <summary>A form as a writer posted it: texts as typed, files already sealed and staged.</summary>
public sealed class PostedForm : IDisposable
{
    // Never shown or stored: a Cyrillic letter stays one character.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, List<string>> _values = [];
    private readonly HashSet<string> _unreadable = [];

    /// <summary>What the files are sealed with: the draft that the page carried, else a new one.</summary>
    public LetterDraft Draft { get; internal set; } = null!;

    /// <summary>The staged files: those of earlier posts first.</summary>
    public IReadOnlyList<StagedFile> Files { get; internal set; } = [];

    public FileFaults Faults { get; internal set; }

    /// <summary>How many characters of the text were too many to be kept at all.</summary>
    public int Cut { get; internal set; }

    /// <summary>Fields whose bytes were no UTF-8.</summary>
    public IReadOnlySet<string> Unreadable => _unreadable;

    /// <summary>The field's value without blanks around; "" where it is missing. Of several, the last that is not empty.</summary>
    public string this[string name] => All(name).LastOrDefault(value => value.Length > 0) ?? "";

    public bool Has(string name) => _values.ContainsKey(name);

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <summary>A field that may stand once came with different values.</summary>
    public bool IsDouble(string name) => All(name).Where(value => value.Length > 0).Distinct().Skip(1).Any();

    /// <summary>Whether a box is ticked. Some sites send a hidden "false" besides, so one "true" is enough.</summary>
    public bool Flag(string name) => All(name).Any(value => value is "true" or "on");

    /// <summary>
    /// All that was posted, in one string: two posts with the same one are the same letter, sent again. The button pressed
    /// does not count. Of files it holds the ids of those kept from earlier posts, and name and length of the new ones.
    /// </summary>
    internal string Whole => JsonSerializer.Serialize(new
    {
        Fields = _values.Where(one => one.Key != "step"),
        Files = Files.Where(file => !All("kept").Contains(file.Id.ToString("N"))).Select(file => new { file.Facts.Name, file.Facts.Bytes }),
    }, Plain);

    internal int Count { get; private set; }

    internal void Add(string name, string value, bool readable)
    {
        Count++;
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(PlainText.Of(value).Trim());
        if (!readable)
            _unreadable.Add(name);
    }

    /// <summary>What was posted is done with: the next form of the page starts anew, but for the code.</summary>
    internal void Finish()
    {
        Files = [];
        foreach (var name in _values.Keys.Where(name => name != "code").ToList())
            _values.Remove(name);
    }

    public void Dispose() => Draft?.Dispose();
}
