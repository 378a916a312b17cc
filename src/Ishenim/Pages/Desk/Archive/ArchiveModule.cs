using Ishenim.Core.Appeals.Archiving;

namespace Ishenim.Pages.Desk.Archive;

internal static class ArchiveModule
{
    /// <summary>The handover of a year's letters to the archive.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<ArchiveMaking>().AddScoped<ArchiveFolder>().AddScoped<ArchivedLetters>();
}
