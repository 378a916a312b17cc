namespace Ishenim.Pages.Desk.Entrance;

/// <summary>A form that waits for its sender to sign in again.</summary>
/// <param name="Path">Where it goes, with path base and query.</param>
/// <param name="Fields">What was typed.</param>
internal sealed record TypedForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string PathField = "resume-path";
    public const string Prefix = "resume:";

    /// <summary>A field that says: files were chosen too, and are not here any more.</summary>
    public const string FilesLost = "resume-files-lost";

    private const string AntiForgery = "__RequestVerificationToken";

    public bool LostFiles => Fields.Any(one => one.Key == FilesLost);

    public static TypedForm Of(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        new(path, fields.Where(field => field.Key != AntiForgery).ToList());

    /// <summary>The form that the sign-in page carried; only one that goes to this school's desk.</summary>
    public static TypedForm? Carried(IFormCollection form, PathString root)
    {
        var path = form[PathField].ToString();
        return IsOfDesk(path, root)
            ? new TypedForm(path, Pairs(form).Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(field => KeyValuePair.Create(field.Key[Prefix.Length..], field.Value)).ToList())
            : null;
    }

    /// <summary>Whether an address lies in the desk of this school, and nowhere else whatever a browser makes of it.</summary>
    public static bool IsOfDesk(string? path, PathString root)
    {
        var desk = root.Value + "/desk";
        return path is not null && path.StartsWith(desk, StringComparison.Ordinal) && (path.Length == desk.Length || path[desk.Length] is '/' or '?')
            && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) && !path.Contains("/..", StringComparison.Ordinal);
    }

    public static IEnumerable<KeyValuePair<string, string>> Pairs(IFormCollection form) =>
        from field in form from value in field.Value select KeyValuePair.Create(field.Key, value ?? "");
}
