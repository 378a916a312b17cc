using System.Text.Json;

namespace Ishenim.Core.Storage;

internal static class BackupJson
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web);
}
