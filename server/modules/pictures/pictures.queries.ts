import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface PictureFile {
  widthPx: number;
  fileKey: string;
  sizeBytes: number;
}

export async function insertPictureFiles(
  tx: TenantTx,
  technicianId: number,
  pictureKey: string,
  files: PictureFile[],
): Promise<void> {
  await tx
    .insertInto('picture_files')
    .values(
      files.map(({ widthPx, fileKey, sizeBytes }) => ({
        technician_id: technicianId,
        picture_key: pictureKey,
        width_px: widthPx,
        file_key: fileKey,
        size_bytes: sizeBytes,
      })),
    )
    .execute();
}

/** Forgets the technician's picture; returns the keys of the files that nobody needs any more. */
export async function deletePictureFiles(tx: TenantTx, technicianId: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('picture_files')
    .where('technician_id', '=', technicianId)
    .returning('file_key')
    .execute();
  return rows.map(({ file_key }) => file_key);
}

export async function findPictureFile(tx: TenantTx, pictureKey: string, widthPx: number) {
  return tx
    .selectFrom('picture_files')
    .select(['file_key', 'size_bytes'])
    .where('picture_key', '=', pictureKey)
    .where('width_px', '=', widthPx)
    .executeTakeFirst();
}
