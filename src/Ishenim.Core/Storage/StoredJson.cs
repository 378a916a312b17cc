using System.Text.Json.Serialization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Storage;

/// <summary>
/// What every start and every first letter reads and writes as JSON, by code made while building: finding it out by reflection
/// costs the first request after a start more than its queries (docs/performance.md).
/// </summary>
[JsonSourceGenerationOptions(Converters = [typeof(PersonId.Json)])]
[JsonSerializable(typeof(CalendarBook))]
[JsonSerializable(typeof(SealedFacts))]
[JsonSerializable(typeof(AttachmentFacts))]
[JsonSerializable(typeof(Identity))]
internal sealed partial class StoredJson : JsonSerializerContext;
