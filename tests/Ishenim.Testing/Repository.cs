namespace Ishenim.Testing;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds Ishenim.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Ishenim.slnx")))
                return folder;
        throw new InvalidOperationException("No folder above the tests holds Ishenim.slnx.");
    }
}
