/** Only the calls we use, so that the bundler can leave out the rest of the SDK. */
export { getAccessToken, getLocation, getPhoneNumber, nativeStorage, onNetworkStatusChange, scanQRCode } from "zmp-sdk/apis";
