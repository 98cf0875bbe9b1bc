export { DriveFound } from './drive-found.tsx';
export { DriveOffers, type DriveOffer } from './drive-offers.tsx';
export { OrdersTold } from './orders-told.tsx';
export { PlaceQuestion, type PlaceDoubt } from './place-question.tsx';
export { receiptFault } from './receipt-fault.ts';
export { TransfersTold } from './transfers-told.tsx';
export { useDrives } from './use-drives.ts';
