import 'react-easy-crop/react-easy-crop.css';
import { Group, Slider, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import { useTranslation } from 'react-i18next';
import type { PictureCrop } from '../../data/pictures.ts';
import type { ChosenPicture } from './chosen-picture.ts';
import classes from './picture-window.module.css';

const ZOOM_MAX = 5;
const ARROW_PX = 8;
const WHOLE: Area = { x: 0, y: 0, width: 100, height: 100 };

/** Moves and enlarges the picture under a round window, and shows what is seen through it. */
export function PictureCropper(props: {
  picture: ChosenPicture;
  onCrop: (crop: PictureCrop) => void;
}) {
  const { t } = useTranslation('picture');
  const zoomLabel = useId();
  const { url, width, height } = props.picture;
  const [position, setPosition] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [shown, setShown] = useState(WHOLE);
  return (
    <Group align="flex-start" justify="center" gap="lg">
      <Stack gap="md" className={classes.work}>
        <div className={classes.frame}>
          <Cropper
            image={url}
            crop={position}
            zoom={zoom}
            maxZoom={ZOOM_MAX}
            aspect={1}
            cropShape="round"
            objectFit="cover"
            showGrid={false}
            keyboardStep={ARROW_PX}
            disableAutomaticStylesInjection
            onCropChange={setPosition}
            onZoomChange={setZoom}
            onCropAreaChange={(part, pixels) => {
              setShown(part);
              const size = Math.max(1, Math.min(pixels.width, pixels.height));
              props.onCrop({ x: pixels.x, y: pixels.y, size, width, height });
            }}
            classes={{ mediaClassName: classes.media, cropAreaClassName: classes.hole }}
            mediaProps={{ alt: '' }}
            cropperProps={{ role: 'group', 'aria-label': t('area') }}
          />
        </div>
        <div>
          <Text size="sm" id={zoomLabel}>
            {t('zoom')}
          </Text>
          <Slider
            thumbProps={{ 'aria-labelledby': zoomLabel }}
            mt="xs"
            label={null}
            min={1}
            max={ZOOM_MAX}
            step={0.1}
            value={zoom}
            onChange={setZoom}
          />
        </div>
      </Stack>
      <div className={classes.previews}>
        <Text size="sm">{t('preview')}</Text>
        <Preview url={url} part={shown} size="6rem" />
        <Preview url={url} part={shown} size="2rem" />
      </div>
    </Group>
  );
}

/** The part of the picture, in hundredths of it, as it will be seen. */
function Preview({ url, part, size }: { url: string; part: Area; size: string }) {
  return (
    <div className={classes.preview} style={{ width: size, height: size }}>
      <img
        src={url}
        alt=""
        style={{
          width: `${10_000 / part.width}%`,
          transform: `translate(${-part.x}%, ${-part.y}%)`,
        }}
      />
    </div>
  );
}
