import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';
import { type UploadOptions, uploadFile } from './upload-file.ts';

/** A photo that somebody has picked: shown from memory, and sent at once. */
export interface PickedPhoto {
  readonly key: string;
  readonly file: File;
  readonly preview: string;
  readonly share: number;
  readonly id?: string;
  readonly refusal?: string;
}

const MAX_PHOTOS = 3;

/** Keeps the photos of a form; `isBusy` while one is on its way. */
export function usePhotos(to: UploadOptions['to'], headers: () => Readonly<Record<string, string>>) {
  const t = useTexts(texts);
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([]);
  const last = useRef(photos);
  last.current = photos;
  useEffect(
    () => () => {
      for (const { preview } of last.current) URL.revokeObjectURL(preview);
    },
    [],
  );
  const change = (key: string, more: Partial<PickedPhoto>) =>
    setPhotos((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const send = async ({ key, file }: PickedPhoto) => {
    const onProgress = (share: number) => change(key, { share });
    change(key, await uploadFile(file, { to, headers: headers(), onProgress, unreached: t.unreached }));
  };
  return {
    photos,
    isBusy: photos.some(({ id, refusal }) => !id && !refusal),
    ids: photos.flatMap(({ id }) => (id ? [id] : [])),
    add: (files: readonly File[]) => {
      const picked = files.slice(0, MAX_PHOTOS - photos.length).map((file) => {
        return { key: crypto.randomUUID(), file, preview: URL.createObjectURL(file), share: 0 };
      });
      setPhotos([...photos, ...picked]);
      for (const one of picked) void send(one);
    },
    retry: (one: PickedPhoto) => {
      setPhotos((all) => all.map((other) => (other.key === one.key ? withoutRefusal(one) : other)));
      void send(one);
    },
    remove: ({ key, preview }: PickedPhoto) => {
      URL.revokeObjectURL(preview);
      setPhotos((all) => all.filter((one) => one.key !== key));
    },
  };
}

function withoutRefusal({ refusal: _gone, ...photo }: PickedPhoto): PickedPhoto {
  return { ...photo, share: 0 };
}

/** Lets somebody pick photos and shows how far each is. */
export function PhotoPicker({ picked }: { readonly picked: ReturnType<typeof usePhotos> }) {
  const t = useTexts(texts);
  const { number } = useFormat();
  const id = useId();
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    picked.add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <fieldset className="field">
      <legend>{t.photos}</legend>
      <span className="hint" id={`${id}-hint`}>
        {t.photosHint(number(MAX_PHOTOS))}
      </span>
      {picked.photos.length < MAX_PHOTOS && (
        <label className="button picker">
          {t.addPhotos}
          <input
            className="unseen"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            aria-describedby={`${id}-hint`}
            onChange={pick}
          />
        </label>
      )}
      {picked.photos.length > 0 && (
        <ul className="photos">
          {picked.photos.map((photo) => (
            <Photo key={photo.key} photo={photo} picked={picked} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

interface PhotoProps {
  readonly photo: PickedPhoto;
  readonly picked: ReturnType<typeof usePhotos>;
}

function Photo({ photo, picked }: PhotoProps) {
  const t = useTexts(texts);
  const { percent } = useFormat();
  return (
    <li className="photo">
      <img src={photo.preview} alt={photo.file.name} />
      <div className="stack stack--tight">
        {!photo.id && !photo.refusal && (
          <>
            <progress value={photo.share} aria-label={t.uploading(percent(photo.share))} />
            <span className="small soft">{t.uploading(percent(photo.share))}</span>
          </>
        )}
        {photo.id && <span className="small ready">{t.uploaded}</span>}
        {photo.refusal && (
          <span className="small mistake" role="alert">
            {photo.refusal}
          </span>
        )}
        <span className="row">
          {photo.refusal && (
            <button type="button" className="button button--small" onClick={() => picked.retry(photo)}>
              {t.retry}
            </button>
          )}
          <button
            type="button"
            className="button button--small"
            aria-label={t.remove(photo.file.name)}
            onClick={() => picked.remove(photo)}
          >
            {t.removeShort}
          </button>
        </span>
      </div>
    </li>
  );
}
