using Ishenim.Settings;

namespace Ishenim.Demo;

/// <summary><c>serve --demo</c>: builds the invented school at the first start and prints how to come in.</summary>
internal static class DemoCommand
{
    /// <exception cref="SettingsException">The data folder holds a school that is no demo.</exception>
    public static async Task PrintAsync(Site site, ServerSettings settings)
    {
        var folder = settings.Storage.Folder;
        if (DemoFile.Read(folder) is not { } file)
        {
            Console.WriteLine("Building the demo school …");
            var built = await ActivatorUtilities.CreateInstance<DemoSchool>(site.Services).BuildAsync(site.Address);
            file = built ?? throw new SettingsException("demo", "an empty data folder: this one holds a school already");
            file.Write(folder);
        }
        if (file.Url != site.Address)
        {
            file = file with { Url = site.Address };
            file.Write(folder);
        }
        file.Print(Console.Out);
    }
}
