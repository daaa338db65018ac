import { useParams } from '@tanstack/react-router';
import { AlertView } from '../../features/alerts/alert-view.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function AlertPage() {
  const { id } = useParams({ from: '/signed-in/alerts/$id' });
  return (
    <RecordBoundary id={id}>{(number) => <AlertView key={number} id={number} />}</RecordBoundary>
  );
}
